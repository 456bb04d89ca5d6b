import type { Link, Note } from '@vispera/board'
import type { Layout } from '@vispera/kinds'
import type { Block, Cell, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { section } from '../document/make-blocks.ts'
import { partName, quoted, rowOf } from '../document/naming.ts'
import { printNote } from '../document/note-item.ts'
import { notesInZone } from '../document/note-lists.ts'
import { itemLines } from '../document/note-table.ts'

type Grid = Extract<Layout, { engine: 'grid' }>

/** The alignment calendar: per moment, what happens on each side; then what has no moment yet. */
export function writeMoments(context: RecordContext, view: BoardView): Block[] {
  const layout = view.kind?.layout
  if (layout?.engine !== 'grid' || !layout.moments) return []
  const { moments } = layout
  const { words } = context
  const notes = notesInZone(view, moments.zone).filter((note) => note.kind === moments.kind)
  if (notes.length === 0) return []
  const links = view.links.filter((link) => link.kind === moments.link)
  const at = itemsByMoment(view, links)
  const rows = notes.map((moment): Cell[] => [
    itemLines(context, printNote(context, view, moment)),
    ...sideCells(context, layout, at.get(moment.id) ?? []),
  ])
  for (const link of links) {
    const item = view.notes.get(link.from)
    // A link that says more than the table can, or whose item stands on no side, is told as a sentence later.
    const isWhole =
      item !== undefined &&
      layout.rows.includes(rowOf(item) ?? '') &&
      notes.some((note) => note.id === link.to)
    if (isWhole && link.why === undefined && link.shaky !== true) context.ledger.printLink(link.id)
  }
  const undated = undatedItems(view, layout, links)
  const last: Cell[][] =
    undated.length === 0
      ? []
      : [
          [
            [[words.run(words.text('record.moments.undated'))]],
            ...sideCells(
              context,
              layout,
              undated.map((note) => ({ note, link: null })),
            ),
          ],
        ]
  const columns = ['', ...layout.rows.map((row) => partName(context, view, 'row', row).text)]
  return section(partName(context, view, 'zone', moments.zone), [
    { kind: 'table', columns, rows: [...rows, ...last] },
  ])
}

interface ItemAtMoment {
  readonly note: Note
  readonly link: Link | null
}

function itemsByMoment(view: BoardView, links: readonly Link[]): ReadonlyMap<string, ItemAtMoment[]> {
  const at = new Map<string, ItemAtMoment[]>()
  for (const link of links) {
    const note = view.notes.get(link.from)
    if (note) at.set(link.to, [...(at.get(link.to) ?? []), { note, link }])
  }
  return at
}

function undatedItems(view: BoardView, layout: Grid, links: readonly Link[]): Note[] {
  const dated = new Set(links.map((link) => link.from))
  return [...view.notes.values()].filter(
    (note) => note.kind === layout.item && !dated.has(note.id) && layout.rows.includes(rowOf(note) ?? ''),
  )
}

/** One cell per side, each item on a line. */
function sideCells(context: RecordContext, layout: Grid, items: readonly ItemAtMoment[]): Cell[] {
  const { words } = context
  return layout.rows.map((row) => {
    const here = items.filter(({ note }) => rowOf(note) === row)
    if (here.length === 0) return [[words.run(words.text('record.cells.none'))]]
    return here.map(({ note, link }): Line => {
      const sentence = quoted(context, note)
      if (!link?.timing) return sentence
      return words.line('record.link.withNote', {
        sentence,
        note: words.text(`record.link.timing.${link.timing}`),
      })
    })
  })
}
