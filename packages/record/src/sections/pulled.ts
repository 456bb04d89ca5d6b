import type { Note } from '@vispera/board'
import type { BoardNote, BoardView, RecordContext } from '../document/context.ts'
import { notesInZone, notesOfKind } from '../document/note-lists.ts'
import { cleanText } from '../words/runs.ts'

/** Note kinds that many methods share and that a reader looks for in one place, whichever board they are on. */
export const sharedKinds = { decision: 'decision', commitment: 'commitment', question: 'question' } as const

/** Zones in which a group says what may leave the room and what must not. */
export const sharingZones = { may: 'leave', mustNot: 'stay' } as const

/** All notes of one kind on all boards, board by board, that are not printed yet. */
export function pulledNotes(context: RecordContext, kind: string): BoardNote[] {
  return context.views.flatMap((view) =>
    notesOfKind(view, kind)
      .filter((note) => !context.ledger.isPrinted(note) && view.topOf(note.id) === note.id)
      .filter((note) => !isCarriedOn(context, view, note))
      .map((note) => ({ view, note })),
  )
}

/** Notes in the zones of that name, on any board. */
export const notesInZones = (context: RecordContext, zone: string): BoardNote[] =>
  context.views.flatMap((view) =>
    view.kind?.zones.some((one) => one.id === zone)
      ? notesInZone(view, zone).map((note) => ({ view, note }))
      : [],
  )

/**
 * Whether a note was carried to another board with the same words and nothing lost: then only the later one
 * is printed, and both count as printed.
 */
function isCarriedOn(context: RecordContext, view: BoardView, note: Note): boolean {
  const carries =
    view.kind?.sends.filter((send) => send.linksBack === true && send.from.includes(note.kind)) ?? []
  const copy = (context.incoming.get(note) ?? []).find(
    ({ link, from }) =>
      carries.some((send) => send.link === link.kind && send.creates === note.kind) &&
      from.note.kind === note.kind &&
      from.view !== view &&
      holdsAll(from.note, note),
  )
  if (!copy) return false
  context.ledger.print(note)
  context.ledger.printLink(copy.link.id)
  return true
}

function holdsAll(copy: Note, original: Note): boolean {
  const isThere = ([field, value]: [string, unknown]) =>
    JSON.stringify(copy.fields[field]) === JSON.stringify(value)
  return (
    cleanText(copy.text) === cleanText(original.text) &&
    Object.entries(original.fields).every(isThere) &&
    (original.translations ?? []).length === 0 &&
    JSON.stringify(copy.media) === JSON.stringify(original.media) &&
    original.state === copy.state &&
    original.late === copy.late
  )
}
