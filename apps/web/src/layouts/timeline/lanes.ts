import type { ColorName, Note } from '@vispera/board'
import type { Layout } from '@vispera/kinds'
import { settingKeys } from '../../actions/actions.ts'
import type { ArrangeInput, Box } from '../layout.ts'
import type { Rect } from '../shared/geometry.ts'
import { groupBy } from '../shared/group-by.ts'
import { lineHeight } from '../shared/measure.ts'
import { cardBox } from '../shared/notes.ts'
import { type as faces, noteGap } from '../shared/type.ts'
import type { ChainFacts } from './derived.ts'
import { columnX, laneGap, laneLeast, stepWidth } from './measures.ts'

export type TimelineLayout = Extract<Layout, { engine: 'timeline' }>

/** One thread: its steps in columns, its name and how many of its chains reach today. */
export interface Lane {
  /** Null for steps that are on no thread yet. */
  readonly id: string | null
  readonly label: string
  readonly color: ColorName
  readonly y: number
  readonly h: number
  readonly meter: readonly [reaching: number, leaves: number] | null
  readonly boxes: readonly (readonly [id: string, box: Box])[]
  /** Depth to the notes in that column, in order. */
  readonly columns: ReadonlyMap<number, readonly string[]>
  /** While the lane is folded away: what stands for the steps of each column. */
  readonly stubs: readonly Stub[]
}

/** Stands for the steps of one column of a folded lane. */
export interface Stub {
  readonly key: string
  readonly rect: Rect
  readonly ids: readonly string[]
}
const stubHeight = 44

/** The lane as a screen's state names it. */
export const laneKey = (id: string | null): string => `lane:${id ?? ''}`

export function layLanes(
  input: ArrangeInput,
  layout: TimelineLayout,
  chain: ChainFacts,
  steps: ReadonlyMap<string, Note>,
): Lane[] {
  const lanes: Lane[] = []
  let y = 0
  for (const id of [...layout.lanes, null]) {
    const members = chain.order.flatMap((stepId) => {
      const note = steps.get(stepId)
      return note && laneOf(note, layout) === id ? [note] : []
    })
    if (id === null && members.length === 0) continue
    const lane = layLane(input, layout, chain, id, members, y)
    lanes.push(lane)
    y += lane.h
  }
  return lanes
}

export function laneOf(note: Note, layout: TimelineLayout): string | null {
  const lane = note.fields[layout.chain.lane]
  return typeof lane === 'string' && layout.lanes.includes(lane) ? lane : null
}

export const laneLabel = (
  { kind, words }: Pick<ArrangeInput, 'kind' | 'words'>,
  id: string | null,
): string =>
  id === null
    ? words.t('surface.timeline.noLane')
    : words.label(`${kind.id}.lane.${id}.label`, settingKeys.label('lane', id))

function layLane(
  input: ArrangeInput,
  layout: TimelineLayout,
  chain: ChainFacts,
  id: string | null,
  members: readonly Note[],
  y: number,
): Lane {
  const columns = groupBy(members, (note) => chain.depth.get(note.id) ?? 1)
  const isFolded = input.folded.has(laneKey(id))
  const stacks = [...(isFolded ? [] : columns)].map(([depth, notes]) => {
    let top = 0
    const boxes = notes.map((note) => {
      const box = cardBox(input, note, columnX(depth), top, { w: stepWidth })
      top += box.h + noteGap
      return [note.id, box] as const
    })
    return { boxes, h: top - noteGap }
  })
  const label = laneLabel(input, id)
  const head = 14 + input.measure.height(label, 138, faces.zone) + 62
  const h = Math.ceil(Math.max(laneLeast, head, ...stacks.map((stack) => stack.h + 2 * laneGap)))
  return {
    id,
    label,
    color: (id !== null && layout.laneColors[id]) || 'chalk',
    y,
    h,
    meter: chain.meter.get(id ?? 'none') ?? null,
    columns: new Map([...columns].map(([depth, notes]) => [depth, notes.map((note) => note.id)])),
    stubs: [...(isFolded ? columns : [])].map(([depth, notes]) => ({
      key: `${laneKey(id)}/${depth}`,
      rect: { x: columnX(depth), y: y + Math.round((h - stubHeight) / 2), w: stepWidth, h: stubHeight },
      ids: notes.map((note) => note.id),
    })),
    // A short column stands in the middle of its lane, so that its links run level.
    boxes: stacks.flatMap((stack) => {
      const down = y + Math.max(laneGap, Math.round((h - stack.h) / 2))
      return stack.boxes.map(([noteId, box]) => [noteId, { ...box, y: box.y + down }] as const)
    }),
  }
}

/** Room for a sentence of up to two lines beside or under the cards of a lane. */
export const sentenceHeight = 2 * lineHeight('', faces.label) + 12
