import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteList, section } from '../document/make-blocks.ts'
import { partName } from '../document/naming.ts'
import { notesInZone } from '../document/note-lists.ts'
import { noteTable } from '../document/note-table.ts'

/** A zone of a table: one row per note, its kind's columns; other kinds of note below it. */
export function writeTable(context: RecordContext, view: BoardView, zone: string): Block[] {
  const layout = view.kind?.layout
  const columns = layout?.engine === 'table' ? (layout.columns[zone] ?? []) : []
  const notes = notesInZone(view, zone)
  const first = view.kind?.zones.find((one) => one.id === zone)?.noteKinds[0]
  const rows = notes.filter((note) => note.kind === first)
  const others = notes.filter((note) => note.kind !== first)
  const table =
    first === undefined
      ? []
      : noteTable(
          context,
          rows.map((note) => ({ view, note })),
          first,
          columns,
        )
  return section(partName(context, view, 'zone', zone), [...table, ...noteList(context, view, others)])
}
