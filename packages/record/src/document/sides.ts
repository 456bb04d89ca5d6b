import type { Fact, Line } from './blocks.ts'
import type { BoardNote, BoardView, RecordContext } from './context.ts'
import { joinLines, noteKindName, noteKindsName, partName, quoted, rowOf } from './naming.ts'

/** Notes of other boards in one line per side: "Inside: “…” and “…”", the first `most` named. */
export function sideLines(context: RecordContext, notes: readonly BoardNote[], most = Infinity): Line[] {
  const { words } = context
  const lines: Line[] = []
  for (const [view, row, members] of bySide(notes)) {
    const shown = members.slice(0, most).map(({ note }) => quoted(context, note))
    const more = members.length - shown.length
    const list = joinLines(context, shown, more > 0 ? 'unit' : 'conjunction')
    const items = more > 0 ? words.line('record.numbersAndMore', { numbers: list, count: more }) : list
    lines.push(
      row === null
        ? items
        : words.line('record.thread.side', { side: partName(context, view, 'row', row), items }),
    )
  }
  return lines
}

/** Notes of other boards as a fact: what they are, then one line per side. */
export function sideFact(context: RecordContext, notes: readonly BoardNote[]): Fact[] {
  const first = notes[0]
  if (!first) return []
  const name = notes.length === 1 ? noteKindName : noteKindsName
  return [{ label: name(context, first.note.kind), values: sideLines(context, notes) }]
}

/** Notes by board and row, rows in the order of their grid; notes without a row come last. */
function bySide(notes: readonly BoardNote[]): [BoardView, string | null, BoardNote[]][] {
  const groups: [BoardView, string | null, BoardNote[]][] = []
  for (const view of new Set(notes.map((one) => one.view))) {
    const mine = notes.filter((one) => one.view === view)
    const rows = view.kind?.layout.engine === 'grid' ? view.kind.layout.rows : []
    for (const row of rows) groups.push([view, row, mine.filter(({ note }) => rowOf(note) === row)])
    groups.push([view, null, mine.filter(({ note }) => !rows.includes(rowOf(note) ?? ''))])
  }
  return groups.filter(([, , members]) => members.length > 0)
}
