import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  addNotes,
  type Ballot,
  castBallot,
  readAgenda,
  readVotes,
  type VoteResult,
} from '../../packages/board/src/index.ts'
import { openDocument } from '../../packages/sync/src/client/index.ts'

/** The answer of join, as far as it is used here. */
export interface Joined {
  readonly token: string
  readonly documents: {
    readonly stage: string
    readonly draft: string
    readonly boards: readonly { readonly id: string; readonly document: string }[]
  }
}

/** One of many people: a draft by our own client, and a stage and a board whose bytes are read when asked for. */
export interface Person {
  ready(): Promise<void>
  write(text: string, home: { board: string; stage: string }): void
  vote(vote: string, ballot: Ballot): void
  /** Resolves when the server has everything on disk. */
  saved(): Promise<void>
  /** When the bytes had come in that make the board hold `count` notes; null if they never did. */
  hadNotesAt(count: number): number | null
  texts(): string[]
  notes(): IterableIterator<string>
  drafts(): number
  openVote(): string | null
  result(vote: string): VoteResult | undefined
  /** Nothing is left in their drafts. */
  isEmpty(): boolean
  close(): void
}

// `ws` stands in for the browser's class; it has all that is used of it.
const socketClass = WebSocket as unknown as typeof globalThis.WebSocket

export async function openPerson(url: string, { token, documents }: Joined): Promise<Person> {
  const address = `${url.replace('http', 'ws')}/sync`
  const stage = openListener(address, documents.stage, token)
  const board = openListener(address, documents.boards[0]?.document ?? '', token)
  const draft = openDocument({
    url: address,
    document: documents.draft,
    token,
    doc: new Y.Doc(),
    WebSocket: socketClass,
  })
  const status = (is: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => is() && resolve()
      draft.subscribe(look)
      look()
    })
  return {
    async ready() {
      await Promise.all([stage.ready, board.ready, status(() => draft.status().synced)])
    },
    write: (text, home) =>
      void addNotes(draft.doc, [{ kind: 'vision-element', text, state: 'draft', fields: { ...home } }]),
    vote: (vote, ballot) => castBallot(draft.doc, vote, ballot),
    saved: () => status(() => draft.status().pending === 0),
    hadNotesAt: (count) => board.reachedAt((doc) => doc.getMap('notes').size >= count),
    texts: () =>
      [...board.read().getMap<Y.Map<unknown>>('notes').values()].map((note) => String(note.get('text'))),
    notes: () => board.read().getMap('notes').keys(),
    drafts: () => readAgenda(stage.read()).now?.drafts ?? 0,
    openVote: () => readVotes(stage.read()).find(({ state }) => state === 'open')?.id ?? null,
    result: (vote) => readVotes(stage.read()).find(({ id }) => id === vote)?.result,
    isEmpty: () => draft.doc.getMap('notes').size === 0 && draft.doc.getMap('ballots').size === 0,
    close() {
      stage.close()
      board.close()
      draft.close()
    },
  }
}

/** Follows a document and keeps what comes with its time; decodes only when asked. */
function openListener(address: string, document: string, token: string) {
  const socket = new WebSocket(`${address}/${document}`, ['y-websocket', `token.${token}`])
  const doc = new Y.Doc()
  const heard: { at: number; update: Uint8Array }[] = []
  let applied = 0
  const ready = new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    // SyncStep1 of somebody who has nothing yet.
    socket.once('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
    socket.on('message', (data: Buffer) => {
      const update = updateIn(data)
      if (!update) return
      heard.push({ at: performance.now(), update })
      resolve()
    })
  })
  const next = () => {
    const one = heard[applied]
    if (!one) return null
    applied += 1
    Y.applyUpdate(doc, one.update)
    return one.at
  }
  return {
    ready,
    read() {
      while (next() !== null);
      return doc
    },
    reachedAt(is: (doc: Y.Doc) => boolean): number | null {
      for (;;) {
        const at = next()
        if (at === null || is(doc)) return at
      }
    },
    close: () => socket.close(),
  }
}

/** The update in a SyncStep2 or an update message; null for anything else. */
function updateIn(message: Buffer): Uint8Array | null {
  if (message[0] !== 0 || (message[1] !== 1 && message[1] !== 2)) return null
  let at = 2
  while ((message[at] ?? 0) > 127) at += 1
  return new Uint8Array(message.subarray(at + 1))
}
