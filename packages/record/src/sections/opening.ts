import { isShown } from '@vispera/board'
import type { Figure, Line, Run } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { inSentence, noteKindName, noteKindsName, quoted } from '../document/naming.ts'
import { notesInZone } from '../document/note-lists.ts'
import { cleanText, ownRun } from '../words/runs.ts'
import { nameOfLanguage } from '../words/words.ts'

/** "Session record · May 2026 · guarded · English, Español". */
export function writeEyebrow({ words, workshop }: RecordContext): Line {
  const { month, safety, languages, example } = workshop.workshop
  const parts: Line[] = [
    words.line('record.name'),
    [words.run(words.month(month))],
    words.line(`record.safety.${safety}`),
    languages.flatMap((tag, index): Run[] => [
      ...(index === 0 ? [] : [words.run(comma(words.dir))]),
      nameOfLanguage(tag),
    ]),
    example === true ? words.line('record.example') : [],
  ]
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index): Line => (index === 0 ? part : [words.run(' · '), ...part]))
}

const comma = (dir: 'ltr' | 'rtl') => (dir === 'rtl' ? '، ' : ', ')

/** The outcome in a few sentences, from the workshop's own words. */
export function writeLead(context: RecordContext): Line[] {
  const { words, views } = context
  const notes = views.reduce((sum, view) => sum + view.notes.size, 0)
  if (notes === 0) return [words.line('record.lead.empty')]
  const ends = views.flatMap((view) => endLead(context, view))
  if (ends.length > 0) return ends
  const pictures = views.flatMap((view) => pictureLead(context, view))
  if (pictures.length > 0) return pictures
  const boards = views.filter((view) => view.notes.size > 0).length
  return [words.line('record.lead.notes', { notes, boards })]
}

/** What a chain works toward, its goals, and whether it holds. */
function endLead(context: RecordContext, view: BoardView): Line[] {
  const { plan } = view
  const { words } = context
  if (!plan) return []
  const end = view.notes.get(plan.chain.end)
  const isOpen = !end || cleanText(end.text) === ''
  if (plan.order.length === 0 && isOpen) return []
  const goals = plan.order.filter((id) => view.all.get(id)?.fields[plan.chain.goal] === true).length
  const hanging = plan.hanging.length
  const line = [
    isOpen ? words.line('record.lead.endOpen') : words.line('record.lead.end', { end: quoted(context, end) }),
    goals > 0 ? words.line('record.lead.goals', { count: goals }) : [],
    plan.order.length === 0
      ? []
      : hanging === 0
        ? words.line('record.lead.reaches')
        : words.line('record.lead.hanging', { count: hanging }),
  ]
  return [
    line
      .filter((part) => part.length > 0)
      .flatMap((part, index) => (index === 0 ? part : [words.run(' '), ...part])),
  ]
}

/** The shared picture of a canvas, where there is one. */
function pictureLead(context: RecordContext, view: BoardView): Line[] {
  const layout = view.kind?.layout
  if (layout?.engine !== 'canvas') return []
  const card = Object.entries(layout.areas).find(([, area]) => area === 'card')?.[0]
  const picture = card === undefined ? undefined : notesInZone(view, card).at(-1)
  if (!picture || cleanText(picture.text) === '') return []
  const own = ownRun(picture.text, picture.lang, context.words.dir)
  return [context.words.line('record.lead.picture', { words: own })]
}

/** Counts, never names. */
export function writeFigures(context: RecordContext): Figure[] {
  const { words, workshop, views } = context
  const tookPart = workshop.workshop.tookPart ?? 0
  const scribed = countScribed(context)
  return [
    ...(tookPart > 0
      ? [{ figure: words.number(tookPart), label: words.text('record.figure.tookPart') }]
      : []),
    ...(scribed > 0
      ? [{ figure: words.number(scribed), label: words.text('record.figure.scribe', { count: scribed }) }]
      : []),
    ...views.flatMap((view) => boardFigure(context, view)),
  ]
}

export const countScribed = (context: RecordContext): number =>
  context.views.reduce(
    (sum, view) => sum + [...view.notes.values()].filter((note) => note.authorMode === 'on-behalf').length,
    0,
  )

/** How many of a board's main kind of note there are, and how many of them stayed behind. */
function boardFigure(context: RecordContext, view: BoardView): Figure[] {
  const { words } = context
  const main = view.kind?.noteKinds[0]
  if (!main) return []
  const all = view.board.notes.filter((note) => note.kind === main.id && isShown(note)).length
  const left = [...view.notes.values()].filter((note) => note.kind === main.id).length
  if (all === 0) return []
  const label = inSentence(context, (all === 1 ? noteKindName : noteKindsName)(context, main.id))
  const out = all - left
  return [
    {
      figure: words.number(all),
      label: out > 0 ? words.text('record.figure.withOut', { label, count: words.number(out) }) : label,
    },
  ]
}
