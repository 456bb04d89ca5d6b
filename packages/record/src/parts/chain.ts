import type { Note } from '@vispera/board'
import type { Block, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { joinLines, noteKindName, quoted } from '../document/naming.ts'
import { planNumber } from '../document/numbers.ts'
import type { Plan } from '../document/plan.ts'
import { chainPicture } from './chain-picture.ts'

/** The chain as a picture and as text: from the end back to today, each step with what it needs. */
export function writeChain(context: RecordContext, view: BoardView): Block[] {
  const { plan } = view
  if (!plan || plan.order.length === 0) return []
  for (const link of view.links) if (link.kind === plan.chain.link) context.ledger.printLink(link.id)
  const backwards = [plan.chain.end, plan.chain.before, ...plan.order.toReversed()]
  const lines = backwards.flatMap((id) => chainLine(context, view, plan, id))
  const picture = lines.length > 0 ? chainPicture(context, plan) : null
  return section(context.words.run(context.words.text('record.chain.title')), [
    ...(picture ? [{ kind: 'picture' as const, picture }] : []),
    ...sentences(lines),
  ])
}

function chainLine(context: RecordContext, view: BoardView, plan: Plan, id: string): Line[] {
  const { words } = context
  const note = view.notes.get(id)
  const list = (plan.needs.get(id) ?? []).flatMap((need) => nameOf(context, view, plan, need))
  // The two fixed notes are there even when the chain does not pass through them.
  if (!note || (list.length === 0 && !plan.number.has(id))) return []
  const step = namedStep(context, plan, note)
  return [
    list.length === 0
      ? words.line('record.chain.start', { step })
      : words.line('record.chain.needs', { step, list: joinLines(context, list) }),
  ]
}

function nameOf(context: RecordContext, view: BoardView, plan: Plan, id: string): Line[] {
  const number = plan.number.get(id)
  if (number !== undefined) return [[context.words.run(planNumber(context, number))]]
  const note = view.notes.get(id)
  return note ? [quoted(context, note)] : []
}

/** `3 “…”` for a step, `Victory “…”` for a fixed note. */
function namedStep(context: RecordContext, plan: Plan, note: Note): Line {
  const number = plan.number.get(note.id)
  const name = number === undefined ? noteKindName(context, note.kind) : planNumber(context, number)
  return [context.words.run(`${name} `), ...quoted(context, note)]
}
