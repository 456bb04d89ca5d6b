import { type Gathering, nightsIn } from '@vispera/board'
import type { Block, Cell, Line } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { ownRun } from '../words/runs.ts'

/** The gatherings of a series by the clock of each one's own zone, and who of these places meets at night. */
export function writeGatherings(context: RecordContext): Block[] {
  const { words, workshop } = context
  const gatherings = workshop.gatherings ?? []
  if (gatherings.length === 0) return []
  const columns = ['gathering', 'when', 'status'].map((name) => words.text(`record.gatherings.${name}`))
  const rows = gatherings.map((one): Cell[] => [
    [nameOf(context, one)],
    [whenOf(context, one)],
    [words.line(`record.gatherings.status.${one.status}`)],
  ])
  const zones = gatherings.map(({ start }) => start.zone)
  const nights = nightsIn(gatherings, zones).flatMap(({ zone, nights: count, of }) =>
    count === 0 ? [] : [words.line('record.gatherings.night', { place: placeOf(zone), count, of })],
  )
  return section(words.run(words.text('record.gatherings.title')), [
    { kind: 'table', columns, rows },
    ...sentences(nights),
  ])
}

function nameOf({ words }: RecordContext, { title, question }: Gathering): Line {
  const own = (text: string) => ownRun(text, undefined, words.dir)
  return question ? [own(title), words.run(' · '), own(question)] : [own(title)]
}

const whenOf = ({ words }: RecordContext, { start, minutes }: Gathering): Line =>
  words.line('record.gatherings.at', {
    ...words.shownIn(start.at, start.zone),
    place: placeOf(start.zone),
    length: words.text('record.ran.minutes', { count: minutes }),
  })

/** `America/Argentina/Buenos_Aires` as people say it. */
const placeOf = (zone: string) => ownRun((zone.split('/').at(-1) ?? zone).replaceAll('_', ' '))
