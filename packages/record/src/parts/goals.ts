import type { Note } from '@vispera/board'
import type { Block, Cell } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { fieldLines, fieldName } from '../document/field-lines.ts'
import { section } from '../document/make-blocks.ts'
import { noteKindName } from '../document/naming.ts'
import { wordsOf } from '../document/note-item.ts'
import { planNumber } from '../document/numbers.ts'
import { fieldValuesOf } from '../document/visibility.ts'

/** The goals of a plan as a table: what, who feels it, how we know, by when. */
export function writeGoals(context: RecordContext, view: BoardView): Block[] {
  const { plan } = view
  const { words } = context
  if (!plan) return []
  const goals = plan.order.flatMap((id) => {
    const note = view.notes.get(id)
    return note && note.fields[plan.chain.goal] === true ? [note] : []
  })
  if (goals.length === 0) return []
  const drawn = new Set([plan.chain.lane, plan.chain.gate, plan.chain.goal, plan.chain.minDepth])
  const values = new Map(goals.map((goal) => [goal, valuesOf(context, view, goal)]))
  const fields = (view.noteKind(plan.chain.step)?.fields ?? []).filter(
    (field) => !drawn.has(field.id) && goals.some((goal) => values.get(goal)?.has(field.id)),
  )
  const rows = goals.map((goal): Cell[] => [
    [[words.run(planNumber(context, plan.number.get(goal.id) ?? ''))]],
    [wordsOf(context, goal)],
    ...fields.map((field) => values.get(goal)?.get(field.id) ?? []),
  ])
  const columns = [
    words.text('record.goals.number'),
    noteKindName(context, plan.chain.step),
    ...fields.map((field) => fieldName(context, plan.chain.step, field.id)),
  ]
  return section(words.run(words.text('record.goals.title')), [{ kind: 'table', columns, rows }])
}

function valuesOf(context: RecordContext, view: BoardView, note: Note): ReadonlyMap<string, Cell> {
  const { shown } = fieldValuesOf(note, view.noteKind(note.kind), context.includeSensitive)
  return new Map(shown.map((entry) => [entry.field.id, fieldLines(context, view, note.kind, entry)]))
}
