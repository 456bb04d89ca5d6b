import type { Note } from '@vispera/board'
import type { BoardView, RecordContext } from '../document/context.ts'
import { inSentence, noteKindsName, partName, rowOf } from '../document/naming.ts'
import { cleanText } from '../words/runs.ts'
import type { Column } from './write-csv.ts'

/**
 * One column per kind of link that leaves a note, on its board and across boards, with the words of what it
 * leads to; and one per kind that arrives from another board. The chain itself is told by numbers.
 */
export function linkColumns(context: RecordContext, view: BoardView): Column[] {
  return [...onBoard(context, view), ...across(context, view)]
}

const flat = (note: Note): string => cleanText(note.text).replace(/\s+/g, ' ')

function onBoard({ words }: RecordContext, view: BoardView): Column[] {
  const kinds = [...new Set(view.links.map((link) => link.kind))].filter(
    (kind) => kind !== view.plan?.chain.link,
  )
  return kinds.map((kind) => {
    const targets = new Map<string, string[]>()
    for (const link of view.links) {
      const to = view.notes.get(link.to)
      if (link.kind === kind && to) targets.set(link.from, [...(targets.get(link.from) ?? []), flat(to)])
    }
    return {
      name: words.label(`link.${kind}.short`, words.label(`link.${kind}`, kind)),
      cellOf: (note) => (targets.get(note.id) ?? []).join('\n'),
    }
  })
}

function across(context: RecordContext, view: BoardView): Column[] {
  const mine = context.threads.filter(({ from, to }) => from.view === view || to.view === view)
  const others = new Map<string, Map<Note, string[]>>()
  for (const { from, to } of mine) {
    const [here, there] = from.view === view ? [from, to] : [to, from]
    const name = noteKindsName(context, there.note.kind)
    const column = others.get(name) ?? new Map<Note, string[]>()
    const row = rowOf(there.note)
    const side = row === undefined ? '' : `${partName(context, there.view, 'row', row).text}: `
    column.set(here.note, [...(column.get(here.note) ?? []), `${side}${flat(there.note)}`])
    others.set(name, column)
  }
  return [...others].map(([name, column]) => ({
    name: context.words.text('record.csv.linked', { items: inSentence(context, name) }),
    cellOf: (note) => (column.get(note) ?? []).join('\n'),
  }))
}
