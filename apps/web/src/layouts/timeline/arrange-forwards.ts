import type { Note } from '@vispera/board'
import { trueSteps } from '../../board-ui/board-ui.ts'
import { isTrue } from '../../board-ui/bring-back.ts'
import type { ArrangeInput, Arrangement, Box } from '../layout.ts'
import { mirror, type Rect, union } from '../shared/geometry.ts'
import { sortOut } from '../shared/notes.ts'
import { type as faces } from '../shared/type.ts'
import { layBreaks } from './breaks.ts'
import { readChain } from './derived.ts'
import { endParts, posterPad, posterSun } from './ends.ts'
import type { TimelineFurniture } from './furniture-types.ts'
import type { TimelineLayout } from './lanes.ts'
import { type PlanHeading, type PlanRow, planRow } from './plan-rows.ts'

const columnWidth = 466
/** A stretch that is folded away keeps its heading. */
const foldedWidth = 300
const gutter = 36
const todayWidth = 58
const posterWidth = 278
/** The line that stands for steps that have come true. */
const trueHeight = 52
/** Where a row's words begin, after its number. */
export const rowIndent = 80
/** Type of the plan, larger than on cards: it is read aloud. */
export const planType = {
  because: faces.label,
  words: { size: 21.5, weight: 400, face: 'text', line: 1.33 },
  goalWords: { size: 21.5, weight: 600, face: 'text', line: 1.33 },
  fact: { size: 17.5, weight: 400, face: 'text', line: 1.6 },
  heading: { size: 36, weight: 800, face: 'display', line: 1.05 },
} as const

/** The same notes as a plan: numbered from today to victory, under the wins on the way. Never a second copy. */
export function arrangeForwards(input: ArrangeInput): Arrangement<TimelineFurniture> {
  const layout = input.kind.layout as TimelineLayout
  const turn = <T extends Rect>(rect: T): T => (input.dir === 'rtl' ? mirror(rect) : rect)
  const chain = readChain(input.derived())
  const { byId } = sortOut(input.board.notes)
  const boxes = new Map<string, Box>()
  const rows = new Map<string, PlanRow>()
  const parts: PlanHeading[] = []
  // Where only some notes are looked at, headings without any of them give way.
  const plan = chain.plan.filter(({ steps }) => steps.some((id) => byId.has(id)))
  const goalCount = plan.filter(({ goal }) => goal !== layout.chain.end).length

  const headings = plan.map((part, index) => headingOf(input, layout, byId, part.goal, index, goalCount))
  const headHeight = Math.max(
    0,
    ...headings.map(({ words }, index) => {
      const isFolded = input.folded.has(`goal:${plan[index]?.goal}`)
      return 26 + input.measure.height(words, isFolded ? foldedWidth : columnWidth, planType.heading) + 22
    }),
  )
  let x = todayWidth
  plan.forEach((part, index) => {
    const isFolded = input.folded.has(`goal:${part.goal}`)
    const w = isFolded ? foldedWidth : columnWidth
    let y = headHeight
    const steps = isFolded ? [] : part.steps.flatMap((id) => byId.get(id) ?? [])
    const isOver = (note: Note) => isTrue(layout, note)
    const trueCount = steps.filter(isOver).length
    const trueAt = turn({ x, y, w, h: trueCount > 0 ? trueHeight : 0 })
    y += trueAt.h
    for (const note of input.folded.has(trueSteps) ? steps : steps.filter((one) => !isOver(one))) {
      const { id } = note
      const row = planRow(input, layout, chain, note)
      const h = rowHeight(input, note, row)
      boxes.set(id, { x, y, w, h, look: 'plan', color: row.lane?.color ?? 'chalk' })
      rows.set(id, row)
      y += h
    }
    const heading = headings[index]
    if (!heading) return
    const feltHeight =
      heading.felt && !isFolded ? input.measure.height(heading.felt, columnWidth - 30, faces.label) + 24 : 0
    parts.push({
      goal: part.goal,
      ...heading,
      felt: isFolded ? null : heading.felt,
      isWin: part.goal !== layout.chain.end,
      count: part.steps.length,
      trueCount,
      trueAt,
      rect: turn({ x, y: 0, w, h: headHeight }),
      feltAt: turn({ x, y, w, h: feltHeight }),
    })
    x += w + gutter
  })

  const endX = x
  layFinale(input, layout, byId, endX, boxes)
  const content = union(boxes.values()) ?? { x: 0, y: 0, w: 600, h: 300 }
  const floor = Math.max(520, content.y + content.h, ...parts.map(({ feltAt }) => feltAt.y + feltAt.h))
  const width = endX + posterWidth
  const breaks = layBreaks(input, chain, { x: 0, y: floor + 40, w: width, h: 0 }, turn)
  const turned = new Map([...boxes].map(([id, box]) => [id, turn(box)]))
  const bounds = turn({ x: 0, y: -10, w: width, h: floor + 10 + (breaks ? breaks.rect.h + 60 : 0) })
  return {
    boxes: turned,
    furniture: {
      mode: 'forwards',
      dir: input.dir,
      today: turn({ x: 0, y: 0, w: 14, h: floor }),
      columns: [],
      lanes: [],
      bands: [],
      sentences: [],
      heads: [],
      sideRule: { x: 0, y: 0, w: 0, h: 0 },
      victoryReaches: chain.victoryReaches,
      rows,
      parts,
      breaks,
    },
    links: [],
    lists: [],
    bounds,
    home: bounds,
    readingOrder: [...chain.plan.flatMap(({ steps }) => steps), layout.chain.before, layout.chain.end].filter(
      (id) => boxes.has(id),
    ),
  }
}

function headingOf(
  { words }: ArrangeInput,
  layout: TimelineLayout,
  notes: ReadonlyMap<string, Note>,
  goal: string,
  index: number,
  goals: number,
): Pick<PlanHeading, 'ordinal' | 'words' | 'felt'> {
  const isEnd = goal === layout.chain.end
  const felt = notes.get(goal)?.fields.felt
  return {
    ordinal: words.t(isEnd ? 'surface.plan.last' : 'surface.plan.win', { index: index + 1, goals }),
    words: isEnd ? words.t('surface.plan.lastSteps') : (notes.get(goal)?.text.trim() ?? ''),
    felt:
      !isEnd && typeof felt === 'string' && felt.trim() !== ''
        ? words.t('surface.plan.felt', { felt: felt.trim() })
        : null,
  }
}

function rowHeight({ measure }: ArrangeInput, note: Note, row: PlanRow): number {
  const room = columnWidth - rowIndent - 8
  const because = measure.height(row.because, room, planType.because)
  const words = measure.height(note.text || ' ', room, row.isGoal ? planType.goalWords : planType.words)
  const first = factWidth(measure, row.grounding?.text) + factWidth(measure, row.lane?.label)
  const line = planType.fact.size * planType.fact.line
  const tactics = row.tactics === '' ? 0 : first + factWidth(measure, row.tactics) - 48 > room ? 1 : 0
  const facts = (first > 0 ? Math.max(1, Math.ceil(first / room)) : row.tactics === '' ? 0 : 1) + tactics
  return Math.ceil(Math.max(96, 18 + because + words + facts * line + 14))
}
const factWidth = (measure: ArrangeInput['measure'], text: string | undefined) =>
  text ? measure.width(text, planType.fact) * 1.04 + 48 : 0

/** The instant before and victory as one poster at the end of reading. */
function layFinale(
  input: ArrangeInput,
  layout: TimelineLayout,
  notes: ReadonlyMap<string, Note>,
  x: number,
  boxes: Map<string, Box>,
): void {
  const { before, end } = layout.chain
  const room = posterWidth - 2 * posterPad
  const { measure, words } = input
  const scene = notes.get(before)
  const victory = notes.get(end)
  let y = 0
  if (scene) {
    const text = measure.height(
      scene.text.trim() || words.t('surface.timeline.sceneEmpty'),
      room,
      planType.fact,
    )
    const parts = endParts(input, scene).reduce(
      (sum, part) => sum + measure.height(`${part.label} ${part.lines.join(', ')}`, room, planType.fact),
      0,
    )
    const h = Math.ceil(posterSun + posterPad + 34 + text + parts + 10)
    boxes.set(before, { x, y, w: posterWidth, h, look: 'finale-scene', color: 'sun' })
    y += h
  }
  if (victory) {
    const text = measure.height(
      victory.text.trim() || words.t('surface.timeline.posterEmpty'),
      room,
      faces.poster,
    )
    const sun = scene ? 0 : posterSun
    boxes.set(end, {
      x,
      y,
      w: posterWidth,
      h: Math.ceil(sun + 34 + text + posterPad),
      look: 'finale',
      color: 'sun',
    })
  }
}
