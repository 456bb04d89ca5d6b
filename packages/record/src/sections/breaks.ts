import { isShown, type Note } from '@vispera/board'
import type { Prompt, Send } from '@vispera/kinds'
import type { Line, Stop } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { inSentence, joinLines, noteKindName, noteKindsName, quoted } from '../document/naming.ts'
import { wordsOf } from '../document/note-item.ts'
import { inReadingOrder } from '../document/note-lists.ts'
import { numberList } from '../document/numbers.ts'
import type { Hanging, Plan } from '../document/plan.ts'
import { waitingLine } from '../parts/hanging.ts'
import { promptLine, promptsOf } from '../parts/prompts.ts'

/** Notes named in one break; further ones are counted. */
const mostNamed = 6

/**
 * Where the thread of a chain breaks: steps that hang, notes of this and neighbouring boards that lead
 * nowhere or come from nowhere, and the open questions of the boards the chain leads to.
 */
export function writeBreaks(context: RecordContext, view: BoardView): Stop[] {
  const { plan } = view
  const hanging = plan ? plan.hanging.map((one) => hangingStop(context, view, plan, one)) : []
  const lines = [
    ...neighbours(context, view).flatMap((other) => sendLines(context, other)),
    ...neighbours(context, view).flatMap((other) =>
      other === view
        ? []
        : breakingPrompts(context, other).map((prompt) => promptLine(context, other, prompt)),
    ),
  ]
  if (lines.length === 0) return hanging
  const rest: Stop = { mark: { mark: 'loose' }, label: context.words.line('record.thread.loose'), lines }
  return [...hanging, rest]
}

/** Questions of a kind that name a break in the thread: an invitation without pressure, a risk without protection. */
const breakingRules: ReadonlySet<string> = new Set(['invitation', 'protection'])

const breakingPrompts = (context: RecordContext, view: BoardView): Prompt[] =>
  promptsOf(context, view).filter(({ rule }) => breakingRules.has(rule))

function hangingStop(context: RecordContext, view: BoardView, plan: Plan, hanging: Hanging): Stop {
  const { words } = context
  const numbers = hanging.steps.flatMap((id) => plan.number.get(id) ?? [])
  const values = { number: numberList(context, numbers), numbers: numberList(context, numbers) }
  const texts = hanging.steps.flatMap((id): Line[] => {
    const note = view.notes.get(id)
    return note ? [wordsOf(context, note)] : [words.line('record.plan.leftOut')]
  })
  const waiting = waitingLine(context, plan, hanging)
  return {
    mark: { mark: 'break' },
    label: words.line(numbers.length > 1 ? 'record.thread.breaksAtRing' : 'record.thread.breaksAt', values),
    lines: waiting.length > 0 ? [...texts, waiting] : texts,
  }
}

/** The board itself and those that it sends to or gets from; with several chains, each tells its own. */
function neighbours(context: RecordContext, view: BoardView): BoardView[] {
  const isNear = (other: BoardView) =>
    other === view ||
    forwardSends(other).some((send) => send.toKind === view.board.kind) ||
    forwardSends(view).some((send) => send.toKind === other.board.kind)
  return context.views.filter(isNear)
}

const forwardSends = (view: BoardView): readonly Send[] =>
  view.kind?.sends.filter((send) => send.linksBack !== true) ?? []

/** Notes that could lead on by one of the board's sends and do not, and targets with nothing behind them. */
function sendLines(context: RecordContext, view: BoardView): Line[] {
  return forwardSends(view).flatMap((send) => {
    const targets = context.views.filter((other) => other.board.kind === send.toKind)
    // Without such a board the workshop has not come that far; nothing is broken.
    if (targets.length === 0) return []
    return [
      ...unsentLines(context, view, send),
      ...targets.flatMap((target) => unsourcedLines(context, target, send)),
    ]
  })
}

function unsentLines(context: RecordContext, view: BoardView, send: Send): Line[] {
  const { words } = context
  const target = inSentence(context, noteKindName(context, send.creates))
  const unsent = unsentNotes(context, view, send)
  if (unsent.length === 0) return []
  if (view.plan && send.from.includes(view.plan.chain.step)) {
    const ids = new Set(unsent.map((note) => note.id))
    const numbers = view.plan.order.flatMap((id) => (ids.has(id) ? (view.plan?.number.get(id) ?? []) : []))
    if (numbers.length === 0) return []
    return [
      words.line('record.thread.unsentSteps', {
        count: numbers.length,
        numbers: numberList(context, numbers),
        target,
      }),
    ]
  }
  const source = (unsent.length === 1 ? noteKindName : noteKindsName)(context, send.from[0] ?? '')
  const values = { count: unsent.length, source, target, notes: named(context, view, unsent) }
  return [words.line('record.thread.unsent', values)]
}

/** Notes a send starts from that have no such link; a note whose theme leads on leads on with it. */
function unsentNotes(context: RecordContext, view: BoardView, send: Send): Note[] {
  const sent = new Set(
    context.workshop.threads
      .filter((link) => link.kind === send.link && link.from.board === view.board.id)
      .map((link) => view.topOf(link.from.note)),
  )
  const known = view.derived.stepsWithoutTactic
  const isSent = (note: Note) =>
    view.plan && known
      ? !known.includes(note.id)
      : sent.has(note.id) || (note.cluster != null && sent.has(note.cluster.id))
  const [main] = send.from
  return view.board.notes
    .filter((note) => isShown(note) && note.kind === main && view.topOf(note.id) === note.id && !isSent(note))
    .sort(inReadingOrder)
}

/** Notes that such a send would have made and that nothing leads to. */
function unsourcedLines(context: RecordContext, target: BoardView, send: Send): Line[] {
  const sourced = new Set(
    context.workshop.threads
      .filter((link) => link.kind === send.link && link.to.board === target.board.id)
      .map((link) => target.topOf(link.to.note)),
  )
  const loose = target.board.notes
    .filter((note) => isShown(note) && note.kind === send.creates && !sourced.has(target.topOf(note.id)))
    .filter((note) => target.topOf(note.id) === note.id)
    .sort(inReadingOrder)
  if (loose.length === 0) return []
  return [
    context.words.line('record.thread.unsourced', {
      count: loose.length,
      target: (loose.length === 1 ? noteKindName : noteKindsName)(context, send.creates),
      source: inSentence(context, noteKindName(context, send.from[0] ?? '')),
      notes: named(context, target, loose),
    }),
  ]
}

/** The notes among these that may leave the room, by their words; the rest is counted. */
function named(context: RecordContext, view: BoardView, notes: readonly Note[]): Line {
  const { words } = context
  const shown = notes.filter((note) => view.notes.has(note.id)).slice(0, mostNamed)
  if (shown.length === 0) return [words.run(words.number(notes.length))]
  const more = notes.length - shown.length
  const list = joinLines(
    context,
    shown.map((note) => quoted(context, note)),
    more > 0 ? 'unit' : 'conjunction',
  )
  return more === 0 ? list : words.line('record.numbersAndMore', { numbers: list, count: more })
}
