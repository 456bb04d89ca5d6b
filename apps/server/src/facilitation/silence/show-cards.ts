import {
  addNotes,
  type BoardEntry,
  documentNames,
  noteMapOf,
  readBoard,
  readDrafts,
  spliceText,
} from '@vispera/board'
import * as Y from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import type { Services } from '../../services.ts'
import { requireKind } from '../../workshops/new-boards.ts'
import { requireStage } from '../../workshops/stages.ts'
import { asNote } from './as-note.ts'
import type { CardNames } from './card-names.ts'
import type { WrittenDraft } from './drafts-of.ts'
import { placeCards } from './place-cards.ts'

type Desk = Pick<Services, 'rooms' | 'stages' | 'log'>

/** A draft on its way to the board. */
export interface Card {
  readonly draft: WrittenDraft
  /** Its id on the board. */
  readonly id: string
}

/** Cards in an order that was decided with their names: it is the same after a crash, and nobody can guess it. */
export const shuffled = (drafts: readonly WrittenDraft[], names: CardNames): Card[] =>
  drafts
    .map((draft) => ({ draft, id: names(draft.document, draft.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** Puts cards on their boards, each board in one transaction under the server's own client id. */
export async function showCards(
  desk: Desk,
  workshop: string,
  cards: readonly Card[],
  isLate = false,
): Promise<void> {
  const { boards, agenda } = await requireStage(desk.stages, workshop)
  const boardFor = ({ draft }: Card): BoardEntry => {
    const stage = agenda.stages.find(({ id }) => id === draft.stage)
    const named = boards.find(({ id }) => id === draft.board) ?? boards.find(({ id }) => id === stage?.board)
    // Its board was deleted; the words find another.
    const found = named ?? boards[0]
    if (!found) throw new ApiError('invalid', 'There is no board to show the notes on. Add one first.')
    return found
  }
  for (const [entry, own] of Map.groupBy(cards, boardFor)) {
    await desk.rooms.transact(documentNames.board(workshop, entry.id), (doc) => put(doc, entry, own, isLate))
  }
}

function put(doc: Y.Doc, entry: BoardEntry, cards: readonly Card[], isLate: boolean): void {
  const kind = requireKind(entry.kind)
  const board = readBoard(entry, doc)
  const keys = new Set(board.notes.flatMap(({ withdrawKey }) => withdrawKey ?? []))
  // Neither a crash in the middle nor a draft that is sent once more doubles a note.
  const fresh = cards.filter(
    ({ id, draft }) => !noteMapOf(doc, id) && !keys.has(draft.note.withdrawKey ?? ''),
  )
  const notes = fresh.map(({ draft, id }) => asNote(kind, draft, id, isLate))
  if (notes.length > 0) addNotes(doc, placeCards(kind, notes, board))
}

/**
 * Takes cards that are on the board out of their drafts, history and all. Letters that were typed meanwhile
 * follow the note to the board.
 */
export async function clearDrafts(desk: Desk, workshop: string, cards: readonly Card[]): Promise<void> {
  const byDocument = Map.groupBy(cards, ({ draft }) => draft.document)
  const cleared = await Promise.allSettled(
    [...byDocument].map(async ([document, own]) => {
      const grown = await desk.rooms.transact(document, (doc) => takeOut(doc, own))
      await desk.rooms.purge(document)
      return grown
    }),
  )
  if (cleared.some(({ status }) => status === 'rejected'))
    desk.log.warn('drafts that were revealed could not be cleared; it is tried again')
  const grown = cleared.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  const { boards } = await requireStage(desk.stages, workshop)
  if (grown.length > 0) {
    for (const { id } of boards)
      await desk.rooms.transact(documentNames.board(workshop, id), (doc) => follow(doc, grown))
  }
}

function takeOut(doc: Y.Doc, cards: readonly Card[]): { id: string; text: string }[] {
  const now = new Map(readDrafts(doc).map(({ id, note }) => [id, note.text]))
  return cards.flatMap(({ draft, id }) => {
    const text = now.get(draft.id)
    doc.getMap('notes').delete(draft.id)
    return text !== undefined && text !== draft.note.text ? [{ id, text }] : []
  })
}

function follow(doc: Y.Doc, grown: readonly { id: string; text: string }[]): void {
  for (const { id, text } of grown) {
    const stored = noteMapOf(doc, id)?.get('text')
    if (stored instanceof Y.Text) spliceText(stored, text)
  }
}
