import type { Note } from '@vispera/board'
import { noteColor } from '@vispera/kinds'
import type { Block, Line, Stop, StopMark } from '../document/blocks.ts'
import type { BoardNote, BoardView, RecordContext, ThreadLink } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { boardTitle, noteKindName, noteKindsName, quoted } from '../document/naming.ts'
import { isBlank, wordsOf } from '../document/note-item.ts'
import { compare, notesById } from '../document/note-lists.ts'
import { planNumber } from '../document/numbers.ts'
import type { Plan } from '../document/plan.ts'
import { sideLines } from '../document/sides.ts'
import { linkSentence } from '../parts/sentences.ts'
import { writeBreaks } from './breaks.ts'
import { sharedKinds } from './pulled.ts'

/** From what it came from, over the end and its goals, to what is done; then where it breaks. */
export function writeThread(context: RecordContext): Block[] {
  const { words } = context
  const chains = context.views.filter((view) => view.plan && view.plan.order.length > 0)
  const threads = chains.flatMap((view): Block[] => {
    const stops = [...sourceStops(context, view), ...endStop(context, view), ...goalStops(context, view)]
    const breaks = writeBreaks(context, view)
    const thread: Block[] = [{ kind: 'thread', stops: [...stops, ...breaks] }]
    if (chains.length === 1) return thread
    return section(words.line('record.thread.on', { board: boardTitle(context, view) }), thread)
  })
  const loose = chains.length === 0 ? context.views.flatMap((view) => writeBreaks(context, view)) : []
  const rest = loose.length > 0 ? [{ kind: 'thread', stops: loose } satisfies Block] : []
  return section(words.run(words.text('record.thread.title')), [...threads, ...rest])
}

/** Links across boards that neither a board nor the thread has told. */
export const writeOtherLinks = (context: RecordContext): Block[] =>
  section(
    context.words.run(context.words.text('record.thread.otherLinks')),
    sentences([...otherLinks(context), ...goneLinks(context)]),
  )

const markOf = ({ view, note }: BoardNote): StopMark => ({
  mark: 'note',
  color: view.kind ? noteColor(view.kind, note) : 'chalk',
})

/** What the end of the chain came from, one stop per kind of note. */
function sourceStops(context: RecordContext, view: BoardView): Stop[] {
  const { words } = context
  const end = view.plan && view.notes.get(view.plan.chain.end)
  const sources = end
    ? (context.incoming.get(end) ?? []).filter(({ link }) => isForward(link.kind, context))
    : []
  const kinds = [...new Set(sources.map(({ from }) => from.note.kind))]
  return kinds.map((kind) => {
    const mine = sources.filter(({ from }) => from.note.kind === kind)
    for (const { link } of mine) context.ledger.printLink(link.id)
    const name = (mine.length === 1 ? noteKindName : noteKindsName)(context, kind)
    return {
      mark: markOf((mine[0] as ThreadLink).from),
      label: [words.run(name)],
      lines: mine.map(({ from }) => wordsOf(context, from.note)),
    }
  })
}

/** Whether notes go forward to other boards by this kind of link. */
const isForward = (linkKind: string, context: RecordContext): boolean =>
  context.views.some((view) =>
    view.kind?.sends.some((send) => send.link === linkKind && send.linksBack !== true),
  )

function endStop(context: RecordContext, view: BoardView): Stop[] {
  const end = view.plan && view.notes.get(view.plan.chain.end)
  if (!end) return []
  const isOpen = isBlank(context, view, end)
  const line = isOpen
    ? context.words.line('record.leftOpen')
    : wordsOf(context, end).map((run) => ({ ...run, strong: true as const }))
  return [
    { mark: { mark: 'end' }, label: [context.words.run(noteKindName(context, end.kind))], lines: [line] },
  ]
}

/** The goals from the end back to today, each with what is done for its steps. */
function goalStops(context: RecordContext, view: BoardView): Stop[] {
  const { plan } = view
  if (!plan) return []
  return plan.headings
    .map((heading, index) => headingStops(context, view, plan, heading, index))
    .toReversed()
    .flat()
}

function headingStops(
  context: RecordContext,
  view: BoardView,
  plan: Plan,
  heading: Plan['headings'][number],
  index: number,
): Stop[] {
  const { words } = context
  const goal = view.notes.get(heading.goal)
  const isGoal = heading.goal !== plan.chain.end
  const label = words.line(isGoal ? 'record.thread.goal' : 'record.thread.lastSteps', {
    number: words.number(index + 1),
    count: heading.steps.length,
    from: planNumber(context, plan.number.get(heading.steps[0] ?? '') ?? ''),
    to: planNumber(context, plan.number.get(heading.steps.at(-1) ?? '') ?? ''),
  })
  const last = view.notes.get(heading.steps.at(-1) ?? '')
  const lines: Line[] = isGoal
    ? [goal ? wordsOf(context, goal) : words.line('record.plan.leftOut')]
    : notesById(view, heading.steps.slice(-mostNamed)).map((note) => wordsOf(context, note))
  const marked = goal && isGoal ? goal : last
  const stop: Stop = {
    mark: marked ? markOf({ view, note: marked }) : { mark: 'note', color: 'chalk' },
    label,
    lines,
  }
  return [stop, ...doneFor(context, notesById(view, heading.steps))]
}

/** Notes named per side; all of them stand whole on their own board. */
const mostNamed = 8

/** What works on these steps on other boards, by side. */
function doneFor(context: RecordContext, steps: readonly Note[]): Stop[] {
  const links = steps.flatMap((step) =>
    (context.outgoing.get(step) ?? []).filter(({ link }) => isForward(link.kind, context)),
  )
  const targets = [...new Map(links.map(({ to }) => [to.note, to])).values()]
  const first = targets[0]
  if (!first) return []
  return [
    {
      mark: markOf(first),
      label: [context.words.run(nameOf(context, targets))],
      lines: sideLines(context, targets, mostNamed),
    },
    ...promisesFor(context, [...steps, ...targets.map(({ note }) => note)]),
  ]
}

/** Who promised what for these steps and what works on them, by role. */
function promisesFor(context: RecordContext, sources: readonly Note[]): Stop[] {
  const links = sources.flatMap((note) =>
    (context.incoming.get(note) ?? []).filter(({ from }) => from.note.kind === sharedKinds.commitment),
  )
  const promises = [...new Map(links.map(({ from }) => [from.note, from])).values()]
  const [first] = promises
  if (!first) return []
  const label = [context.words.run(nameOf(context, promises))]
  return [
    {
      mark: markOf(first),
      label,
      lines: promises.slice(0, mostNamed).map(({ note }) => quoted(context, note)),
    },
  ]
}

const nameOf = (context: RecordContext, notes: readonly BoardNote[]): string =>
  (notes.length === 1 ? noteKindName : noteKindsName)(context, notes[0]?.note.kind ?? '')

function otherLinks(context: RecordContext): Line[] {
  return context.threads
    .filter(({ link }) => !context.ledger.isLinkPrinted(link.id))
    .sort((a, b) => compare(a.link.id, b.link.id))
    .map(({ link, from, to }) => linkSentence(context, link, from.note, to.note))
}

/** Links to notes that are gone or stay behind: counted; their last known words do not come back. */
function goneLinks(context: RecordContext): Line[] {
  const count = context.workshop.threads.length - context.threads.length
  return count === 0 ? [] : [context.words.line('record.thread.gone', { count })]
}
