import type { Block, Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { kindName } from '../document/naming.ts'
import { countScribed } from './opening.ts'

/** How many took part and how; counts only. */
export function writeCounts(context: RecordContext): Block[] {
  const { words, workshop, views } = context
  const notes = views.flatMap((view) => [...view.notes.values()])
  const counts: [string, number][] = [
    ['tookPart', workshop.workshop.tookPart ?? 0],
    ['notes', notes.length],
    ['scribe', countScribed(context)],
    ['byHand', Math.max(0, ...(workshop.votes ?? []).map(({ result }) => result?.byHand ?? 0))],
    ['translated', notes.filter((note) => (note.translations ?? []).length > 0).length],
  ]
  const lines = counts.flatMap(([what, count]) =>
    count > 0 ? [words.line(`record.count.${what}`, { count })] : [],
  )
  return section(words.run(words.text('record.count.title')), sentences(lines))
}

/** The methods used, in their own words. */
export function writeCredits(context: RecordContext): Block[] {
  const { words, views } = context
  const kinds = [
    ...new Map(views.filter((view) => view.kind).map((view) => [view.board.kind, view])).values(),
  ]
  const lines = kinds.map((view): Line => {
    const name = kindName(context, view)
    const purpose = `${view.board.kind}.purpose`
    return words.has(purpose)
      ? words.line('record.credits.method', { name, purpose: words.text(purpose) })
      : [words.run(name)]
  })
  const blocks = sentences([...lines, words.line('record.credits.made')])
  return [{ kind: 'section', title: words.line('record.credits.title'), blocks, anchor: 'credits' }]
}

/** The names of the methods used, for the foot of each page. */
export const writeFooter = (context: RecordContext): Line => {
  const names = new Set(context.views.filter((view) => view.kind).map((view) => kindName(context, view)))
  return [context.words.run([...names].join(' · '))]
}
