import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteList, paragraph, section } from '../document/make-blocks.ts'
import { noteKindName, noteKindsName, partName } from '../document/naming.ts'
import { isBlank, printNote } from '../document/note-item.ts'
import { notesInZone, notesOfKind } from '../document/note-lists.ts'

/** A note that is there from the start: its words and all it says, or that it was left open. */
export function writeFixedNote(context: RecordContext, view: BoardView, id: string): Block[] {
  const fixed = view.kind?.fixedNotes.find((one) => one.id === id)
  const note = view.notes.get(id)
  const title = context.words.run(noteKindName(context, note?.kind ?? fixed?.kind ?? id))
  if (view.all.has(id) && !note) return []
  if (!note || isBlank(context, view, note)) {
    return section(title, [paragraph(context.words.line('record.leftOpen'), 'quiet')])
  }
  if (context.ledger.isPrinted(note)) return []
  const item = printNote(context, view, note)
  // A scene may be all in its fields; then there are no words to print first.
  const isAllFacts =
    note.text.trim() === '' &&
    !item.picture &&
    item.translations.length + item.sameAs.length + item.remarks.length === 0
  return section(title, [
    isAllFacts ? { kind: 'facts', facts: item.facts } : { kind: 'notes', items: [item] },
  ])
}

/** All notes of a zone. */
export function writeList(
  context: RecordContext,
  view: BoardView,
  zone: string,
  kinds?: readonly string[],
): Block[] {
  const notes = notesInZone(view, zone).filter((note) => !kinds || kinds.includes(note.kind))
  return section(partName(context, view, 'zone', zone), noteList(context, view, notes))
}

/** All notes of one kind, wherever they stand. */
export function writeKind(context: RecordContext, view: BoardView, noteKind: string): Block[] {
  const title = context.words.run(noteKindsName(context, noteKind))
  return section(title, noteList(context, view, notesOfKind(view, noteKind)))
}
