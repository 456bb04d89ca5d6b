import { documentNames, notesOf } from '@vispera/board'
import { rewriteUnsent, toBeSent } from '@vispera/sync/client'
import { applyUpdate, Doc, encodeStateVector } from 'yjs'
import type { Aside } from '../session/asides.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

/** Notes of one board, for a file. */
export interface Words {
  /** The board's name; empty for what belongs to none. */
  readonly title: string
  readonly texts: readonly string[]
}

/** The words of the notes that stand in `old` and not, or not so, in `now`. */
export function onlyIn(old: Doc, now: Doc): string[] {
  const texts = textsOf(now)
  return [...textsOf(old)]
    .filter(([id, text]) => text !== '' && texts.get(id) !== text)
    .map(([, text]) => text)
}

export function docOf({ copy }: Aside): Doc {
  const doc = new Doc()
  applyUpdate(doc, copy)
  return doc
}

/** The words that an old copy has of the notes named with it. */
export function wordsOf(session: WorkshopSession, aside: Aside): Words {
  const texts = textsOf(docOf(aside))
  const own = (aside.notes ?? [...texts.keys()]).map((id) => texts.get(id) ?? '')
  return { title: boardIn(session, aside.document)?.title ?? '', texts: own.filter((text) => text !== '') }
}

/** Note id to its words. */
export const textsOf = (doc: Doc): Map<string, string> =>
  new Map([...notesOf(doc)].map(([id, note]) => [id, String(note.get('text') ?? '')]))

/** The board that a document is of, or undefined. */
export const boardIn = (session: WorkshopSession, document: string) =>
  session.stage()?.boards.find(({ id }) => documentNames.board(session.workshop, id) === document)

/**
 * What stands only in the old copies, by board, once the boards as they are now have come. A board that is gone has
 * nothing to compare with: then it is all that the copy holds.
 */
export async function onlyInCopies(session: WorkshopSession, asides: readonly Aside[]): Promise<Words[]> {
  const found = await Promise.all(
    asides.map(async (aside) => {
      const entry = boardIn(session, aside.document)
      const texts = await withBoard(session, entry?.id, (now) => onlyIn(docOf(aside), now))
      return { title: entry?.title ?? '', texts: texts ?? onlyIn(docOf(aside), new Doc()) }
    }),
  )
  return found.filter(({ texts }) => texts.length > 0)
}

/**
 * Writes what an old copy holds unsent again, as this seat's; whether it could. A draft of another seat cannot be told
 * from what was sent of it, so it is left to be saved as a file.
 */
export async function bringAlong(session: WorkshopSession, aside: Aside): Promise<boolean> {
  const done = await withBoard(session, boardIn(session, aside.document)?.id, (doc) => {
    const unsent = rewriteUnsent(aside.copy, encodeStateVector(doc))
    if (unsent) applyUpdate(doc, unsent, toBeSent)
    return true
  })
  return done ?? false
}

/** Does something with a board once everything that the server has of it is there. */
async function withBoard<T>(
  session: WorkshopSession,
  id: string | undefined,
  work: (doc: Doc) => T,
): Promise<T | null> {
  const held = id === undefined ? null : session.openBoard(id)
  if (!held) return null
  const { board, release } = held
  try {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!board.hasArrived() && board.refusal() === null) return
        stop()
        resolve()
      }
      const stop = board.subscribe(look)
      look()
    })
    return board.hasArrived() ? work(board.doc) : null
  } finally {
    release()
  }
}

/** The file that people are offered: plain text, board by board. */
export const fileOf = (title: string, other: string, words: readonly Words[]): Blob =>
  new Blob(
    [
      [title, ...words.map((board) => [board.title || other, ...board.texts].join('\n\n'))].join('\n\n\n'),
      '\n',
    ],
    { type: 'text/plain;charset=utf-8' },
  )
