import type { Send } from '@vispera/kinds'
import type { Block, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext, ThreadLink } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { inSentence, noteKindsName } from '../document/naming.ts'
import { compare } from '../document/note-lists.ts'
import { stepsLine } from '../document/numbers.ts'
import { linkSentence } from './sentences.ts'

/** What was taken from this board to another, as sentences, and what still waits to be. */
export function writeSent(context: RecordContext, view: BoardView, id: string): Block[] {
  const send = view.kind?.sends.find((one) => one.id === id)
  if (!send) return []
  const lines = sentLinks(context, view, send)
    .filter(({ link }) => !context.ledger.isLinkPrinted(link.id))
    .sort((a, b) => compare(a.link.id, b.link.id))
    .map(({ link, from, to }) => linkSentence(context, link, from.note, to.note))
  const title = context.words.text('record.sent.title')
  return section(context.words.run(title), sentences([...lines, ...unsentSteps(context, view, send)]))
}

/** The links that a send makes between this board and others. */
export function sentLinks(context: RecordContext, view: BoardView, send: Send): ThreadLink[] {
  return context.threads.filter(({ link, from, to }) => {
    const [source, target] = send.linksBack === true ? [to, from] : [from, to]
    return link.kind === send.link && source.view === view && target.view.board.kind === send.toKind
  })
}

/** "Without tactics yet: steps 1, 2 and 3." for a board that numbers its notes. */
export function unsentSteps(context: RecordContext, view: BoardView, send: Send): Line[] {
  const { plan } = view
  if (!plan || !send.from.includes(plan.chain.step) || send.linksBack === true) return []
  const numbers = (view.derived.stepsWithoutTactic ?? []).flatMap((id) => plan.number.get(id) ?? [])
  const inPlanOrder = plan.order
    .flatMap((id) => plan.number.get(id) ?? [])
    .filter((number) => numbers.includes(number))
  if (numbers.length === 0) return []
  const items = inSentence(context, noteKindsName(context, send.creates))
  return [context.words.line('record.sent.none', { items, steps: stepsLine(context, inPlanOrder) })]
}
