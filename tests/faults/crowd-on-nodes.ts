import * as Y from 'yjs'
import { addNotes, boardRoots, notesOf } from '../../packages/board/src/index.ts'
import { comesTrue } from './a-place.ts'
import type { Joined } from './a-workshop.ts'
import { openCounted, openPlain, textsOf } from './people.ts'
import { canonical } from './same.ts'

const writeEveryMs = 100

/** People who write on two nodes, and what they were promised. */
export function openCrowd(name: string, urls: readonly string[], seats: readonly (readonly Joined[])[]) {
  /** Somebody with our client, which knows what is saved, in front of each seat. */
  const writers = seats.flatMap((atNode, node) =>
    atNode.map((seat, index) => {
      const opened = openCounted(urls[node] ?? '', seat)
      const own = {
        ...opened,
        name: `${name}-${node}-${index}`,
        node,
        written: [] as string[],
        longestGapMs: 0,
      }
      watchGaps(own)
      return own
    }),
  )
  /** And somebody at each node with the y-websocket client as it comes, who only looks. */
  const lookers = urls.map((url, node) => openPlain(url, seats[node]?.[0] as Joined))
  /** Whatever anybody ever received from somebody else. */
  const seen = new Set<string>()
  for (const { doc } of lookers)
    doc.on('update', () => {
      for (const id of notesOf(doc).keys()) seen.add(id)
    })

  let timer: NodeJS.Timeout | undefined
  const write = () => {
    for (const writer of writers) {
      const id = `${writer.name}-${writer.written.length}`
      writer.written.push(id)
      addNotes(writer.doc, [{ id, kind: 'vision-element', text: id, place: { x: 1, y: 1 } }])
    }
  }
  const savedOf = ({ written, status }: (typeof writers)[number]) =>
    written.slice(0, written.length - status().pending)
  const docs = [...writers, ...lookers].map(({ doc }) => doc)
  const isSame = (viewOf: (doc: Y.Doc) => string) => new Set(docs.map(viewOf)).size === 1
  // Whether they know of the same is soon found out; only then is all that they say compared.
  const known = (doc: Y.Doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(String).sort().join()

  return {
    seen,
    begin() {
      timer ??= setInterval(write, writeEveryMs)
    },
    pause() {
      clearInterval(timer)
      timer = undefined
    },
    /** What was acknowledged as saved to whoever wrote it, at one node or at all. */
    saved: (node?: number) =>
      writers.filter((writer) => node === undefined || writer.node === node).flatMap(savedOf),
    isConnected: () => writers.every(({ status }) => status().synced),
    /** Milliseconds until everything is saved and everybody sees the same; null when that does not come. */
    async becomesOne(patienceMs = 60_000): Promise<number | null> {
      const from = performance.now()
      const isOne = () =>
        writers.every(({ status }) => status().synced && status().pending === 0) &&
        isSame(known) &&
        isSame((doc) => canonical(doc, boardRoots))
      return (await comesTrue(isOne, patienceMs)) ? Math.round(performance.now() - from) : null
    },
    /** The longest that anybody was without a line since this was asked last. */
    longestGapMs() {
      const longest = Math.max(...writers.map(({ longestGapMs }) => longestGapMs))
      for (const writer of writers) writer.longestGapMs = 0
      return Math.round(longest)
    },
    close() {
      clearInterval(timer)
      for (const { close } of [...writers, ...lookers]) close()
    },
  }
}

function watchGaps(own: ReturnType<typeof openCounted> & { longestGapMs: number }) {
  let lostAt: number | null = null
  own.subscribe(() => {
    const { synced } = own.status()
    if (!synced) lostAt ??= performance.now()
    else if (lostAt !== null) {
      own.longestGapMs = Math.max(own.longestGapMs, performance.now() - lostAt)
      lostAt = null
    }
  })
}

/** Note ids on the board as somebody sees it who comes now. */
export async function boardNow(url: string, seat: Joined): Promise<{ ids: Set<string>; view: string }> {
  const newcomer = openPlain(url, seat)
  await newcomer.synced
  const found = { ids: new Set(textsOf(newcomer.doc).keys()), view: canonical(newcomer.doc, boardRoots) }
  newcomer.close()
  return found
}
