import type { Block, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { noteList, paragraph, section, sentences } from '../document/make-blocks.ts'
import { partName, quoted } from '../document/naming.ts'
import { notesInZone } from '../document/note-lists.ts'
import { numberList, planNumber, stepsLine } from '../document/numbers.ts'
import type { Hanging, Plan } from '../document/plan.ts'
import { linkSentence } from './sentences.ts'

/** Where chains do not reach today, and everything else about the path that the group left open. */
export function writeHanging(context: RecordContext, view: BoardView): Block[] {
  const { plan } = view
  const { words } = context
  if (!plan) return []
  const lines = [
    ...plan.hanging.map((hanging) => hangingLine(context, view, plan, hanging)),
    ...saysLines(context, view, plan),
    ...cycleLines(context, view, plan),
    ...dateLines(context, view),
    ...gapLines(context, view),
    ...shakyLines(context, view),
  ]
  const found =
    lines.length > 0 || plan.order.length === 0
      ? sentences(lines)
      : [paragraph(words.line('record.hanging.none'))]
  return [
    ...section(words.run(words.text('record.hanging.title')), [
      ...found,
      ...sentences(meterLines(context, view)),
    ]),
    ...unplaced(context, view),
  ]
}

/** "Step 3 hangs in the air: “…”. Steps 4, 5 and 9 wait for it." */
function hangingLine(context: RecordContext, view: BoardView, plan: Plan, hanging: Hanging): Line {
  const { words } = context
  const first = hanging.steps[0] ?? ''
  const note = view.notes.get(first)
  const what =
    hanging.steps.length > 1
      ? words.line('record.hanging.ring', { numbers: numberList(context, numbersOf(plan, hanging.steps)) })
      : words.line('record.hanging.step', {
          number: planNumber(context, plan.number.get(first) ?? ''),
          step: note ? quoted(context, note) : words.line('record.plan.leftOut'),
        })
  const waiting = waitingLine(context, plan, hanging)
  return waiting.length === 0 ? what : [...what, words.run(' '), ...waiting]
}

/** "Steps 4, 5 and 9 wait for it."; nothing when none do. */
export function waitingLine(context: RecordContext, plan: Plan, { waiting }: Hanging): Line {
  if (waiting.length === 0) return []
  const numbers = numberList(context, numbersOf(plan, waiting))
  return context.words.line('record.hanging.waiting', { count: waiting.length, numbers })
}

/** The numbers of steps; cycle members share one number and are told apart by letters. */
const numbersOf = (plan: Plan, ids: readonly string[]): string[] =>
  ids.flatMap((id) => plan.number.get(id) ?? [])

function saysLines(context: RecordContext, view: BoardView, plan: Plan): Line[] {
  return (view.derived.saysCanStartButWaits ?? []).flatMap((id) => {
    const number = plan.number.get(id)
    const waitsFor = (plan.needs.get(id) ?? []).filter((need) => plan.reaches.get(need) === false)
    const numbers = numbersOf(plan, waitsFor)
    if (number === undefined || numbers.length === 0) return []
    return [
      context.words.line('record.hanging.says', {
        number: planNumber(context, number),
        steps: stepsLine(context, numbers),
      }),
    ]
  })
}

function cycleLines(context: RecordContext, view: BoardView, plan: Plan): Line[] {
  return (view.derived.cycles ?? []).flatMap((ring) => {
    const numbers = numbersOf(plan, ring)
    return numbers.length < 2
      ? []
      : [context.words.line('record.hanging.cycle', { numbers: numberList(context, numbers) })]
  })
}

function dateLines(context: RecordContext, view: BoardView): Line[] {
  return (view.derived.disagreements ?? []).flatMap(({ from, to }) => {
    const later = view.notes.get(to)
    const earlier = view.notes.get(from)
    if (!later || !earlier) return []
    const ends = { before: quoted(context, later), after: quoted(context, earlier) }
    return [context.words.line('record.hanging.dates', ends)]
  })
}

function gapLines(context: RecordContext, view: BoardView): Line[] {
  return (view.derived.gaps ?? []).flatMap((id) => {
    const note = view.notes.get(id)
    return note ? [context.words.line('record.hanging.gap', { gap: quoted(context, note) })] : []
  })
}

function shakyLines(context: RecordContext, view: BoardView): Line[] {
  return view.links.flatMap((link) => {
    const from = view.notes.get(link.from)
    const to = view.notes.get(link.to)
    const isTold = link.shaky === true || (link.why !== undefined && link.kind === view.plan?.chain.link)
    return isTold && from && to ? [linkSentence(context, link, from, to)] : []
  })
}

/** Per thread, how many of its chains stand on something that is true or can start today. */
function meterLines(context: RecordContext, view: BoardView): Line[] {
  const { words } = context
  const lanes = view.kind?.layout.engine === 'timeline' ? view.kind.layout.lanes : []
  return [...(view.derived.leafMeter ?? [])].map(([lane, [reaching, chains]]) =>
    words.line('record.hanging.meter', {
      thread: lanes.includes(lane)
        ? partName(context, view, 'lane', lane)
        : words.run(words.text('record.hanging.noThread')),
      reaching: words.number(reaching),
      chains,
    }),
  )
}

/** Steps that are not on the path yet. */
function unplaced(context: RecordContext, view: BoardView): Block[] {
  const tray = view.kind?.zones.find((zone) => zone.tray)
  if (!tray) return []
  return section(
    partName(context, view, 'zone', tray.id),
    noteList(
      context,
      view,
      notesInZone(view, tray.id).filter((note) => note.kind === view.plan?.chain.step),
    ),
  )
}
