import type { Note } from '@vispera/board'
import type { Block, Fact, Line, Step } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { section } from '../document/make-blocks.ts'
import { joinLines, noteKindName, quoted } from '../document/naming.ts'
import { printNote } from '../document/note-item.ts'
import { numberList, planNumber } from '../document/numbers.ts'
import type { Plan } from '../document/plan.ts'
import { sideFact } from '../document/sides.ts'

/** The path read forwards: numbered steps under the goals they lead to. */
export function writePlan(context: RecordContext, view: BoardView): Block[] {
  const { plan } = view
  if (!plan) return []
  const parts = plan.headings.flatMap((heading, index) =>
    section(headingLine(context, view, plan, index), [
      { kind: 'steps', steps: heading.steps.map((id) => writeStep(context, view, plan, id, heading.goal)) },
    ]),
  )
  return section(context.words.run(context.words.text('record.plan.title')), parts)
}

/** "Win 2, steps 3 to 5: “…”", or "Last steps before victory: 8 to 9". */
function headingLine(context: RecordContext, view: BoardView, plan: Plan, index: number): Line {
  const { words } = context
  const heading = plan.headings[index] as Plan['headings'][number]
  const numbers = {
    number: words.number(index + 1),
    count: heading.steps.length,
    from: planNumber(context, plan.number.get(heading.steps[0] ?? '') ?? ''),
    to: planNumber(context, plan.number.get(heading.steps.at(-1) ?? '') ?? ''),
  }
  if (heading.goal === plan.chain.end) {
    const end = view.all.get(plan.chain.end)
    return words.line('record.plan.end', {
      ...numbers,
      end: noteKindName(context, end?.kind ?? plan.chain.end),
    })
  }
  const goal = view.notes.get(heading.goal)
  return words.line('record.plan.goal', { ...numbers, goal: goal ? quoted(context, goal) : words.run('') })
}

function writeStep(context: RecordContext, view: BoardView, plan: Plan, id: string, goal: string): Step {
  const { words } = context
  const number = planNumber(context, plan.number.get(id) ?? '')
  const note = view.notes.get(id)
  if (!note) {
    const line = words.line('record.plan.leftOut')
    return {
      number,
      item: {
        color: null,
        kind: null,
        words: line,
        picture: null,
        translations: [],
        facts: [],
        remarks: [],
        sameAs: [],
      },
    }
  }
  const { chain } = plan
  const item = printNote(context, view, note, {
    withKind: note.kind !== chain.step,
    // The heading says already that it is a goal.
    without: new Set([chain.gate, ...(id === goal ? [chain.goal] : [])]),
    facts: [
      ...needsFact(context, plan, note),
      ...alsoFact(context, view, plan, id),
      ...aroundFacts(context, view, note),
    ],
  })
  return { number, item }
}

/** What must be true first, by number. */
function needsFact(context: RecordContext, plan: Plan, note: Note): Fact[] {
  const { words } = context
  const numbers = (plan.needs.get(note.id) ?? []).flatMap((id) => plan.number.get(id) ?? [])
  if (numbers.length === 0) return []
  const isAny = note.fields[plan.chain.gate] === 'any' && numbers.length > 1
  const label = words.text(isAny ? 'record.plan.needsAny' : 'record.plan.needs')
  return [{ label, values: [[words.run(numberList(context, numbers))]] }]
}

function alsoFact(context: RecordContext, view: BoardView, plan: Plan, id: string): Fact[] {
  const { words } = context
  const goals = (plan.alsoLeadsTo.get(id) ?? []).map((goal): Line => {
    const note = view.notes.get(goal)
    const number = plan.number.get(goal)
    if (number !== undefined) return words.line('record.step', { number: planNumber(context, number) })
    return note ? quoted(context, note) : [words.run(noteKindName(context, goal))]
  })
  return goals.length === 0
    ? []
    : [{ label: words.text('record.plan.alsoLeadsTo'), values: [joinLines(context, goals)] }]
}

/** Obstacles, assumptions and whatever else hangs on a step; then the tactics that work on it, by side. */
function aroundFacts(context: RecordContext, view: BoardView, note: Note): Fact[] {
  const facts: Fact[] = []
  for (const link of view.linksAt.get(note.id) ?? []) {
    const other = view.notes.get(link.from === note.id ? link.to : link.from)
    if (
      !other ||
      view.plan?.number.has(other.id) ||
      view.kind?.fixedNotes.some((fixed) => fixed.id === other.id)
    )
      continue
    if (link.why === undefined && link.shaky !== true) context.ledger.printLink(link.id)
    facts.push({ label: noteKindName(context, other.kind), values: [quoted(context, other)] })
  }
  const sent = (context.outgoing.get(note) ?? []).filter((thread) => isSent(view, thread.link.kind))
  for (const { link } of sent) context.ledger.printLink(link.id)
  return [
    ...facts,
    ...sideFact(
      context,
      sent.map((thread) => thread.to),
    ),
  ]
}

/** Whether notes of this board go on to other boards by this kind of link. */
const isSent = (view: BoardView, linkKind: string): boolean =>
  view.kind?.sends.some((send) => send.link === linkKind && send.linksBack !== true) ?? false
