import type { Picture } from '../document/blocks.ts'
import type { RecordContext } from '../document/context.ts'
import { planNumber } from '../document/numbers.ts'
import type { Plan } from '../document/plan.ts'

const pitch = { x: 92, y: 44 }
const box = { w: 56, h: 28 }
const ink = '#1f1b16'
const red = '#b92b16'
/** Longer chains are told in sentences only: nobody could read the numbers. */
const mostSteps = 200

/**
 * The chain as it stands on the wall: a column per depth with the victory at the end of reading, numbers of the
 * plan in boxes, what hangs in red dashes. Made of numbers only; the sentences beside it say the same.
 */
export function chainPicture(context: RecordContext, plan: Plan): Picture | null {
  if (plan.order.length === 0 || plan.order.length > mostSteps) return null
  const spots = spotsOf(plan, context.words.dir === 'rtl')
  const all = [...spots.values()]
  const width = Math.max(...all.map(([x]) => x)) + box.w + 4
  const height = Math.max(...all.map(([, y]) => y)) + box.h + 4
  const lines = [...plan.needs].flatMap(([from, needs]) =>
    needs.flatMap((need) => {
      const ends = [spots.get(need), spots.get(from)] as const
      return ends[0] && ends[1] ? [lineBetween(ends[0], ends[1], plan.reaches.get(need) === false)] : []
    }),
  )
  const boxes = [...spots].map(([id, spot]) => boxAt(context, plan, id, spot))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none">${lines.join('')}${boxes.join('')}</svg>`
  return {
    name: context.words.text('record.chain.picture'),
    alt: context.words.text('record.chain.picture'),
    width,
    height,
    source: { kind: 'drawing', svg },
  }
}

type Spot = readonly [x: number, y: number]

/** The corner of each box: by depth from the victory, and in plan order from the top. */
function spotsOf({ order, depth, chain }: Plan, isRtl: boolean): ReadonlyMap<string, Spot> {
  // The two fixed cards are the last two columns, whatever the chain passes through.
  const columns = new Map([...depth, [chain.end, 0], [chain.before, 1]])
  const ids = [chain.end, chain.before, ...order].filter((id) => columns.has(id))
  const deepest = Math.max(...ids.map((id) => columns.get(id) ?? 0))
  const filled = new Map<number, number>()
  return new Map(
    ids.map((id) => {
      const at = columns.get(id) ?? 0
      const row = filled.get(at) ?? 0
      filled.set(at, row + 1)
      const column = isRtl ? at : deepest - at
      return [id, [2 + column * pitch.x, 2 + row * pitch.y] as const]
    }),
  )
}

function lineBetween([x1, y1]: Spot, [x2, y2]: Spot, hangs: boolean): string {
  const forwards = x2 > x1
  const start = forwards ? x1 + box.w : x1
  const end = forwards ? x2 : x2 + box.w
  const [from, to, middle] = [y1 + box.h / 2, y2 + box.h / 2, (start + end) / 2]
  const look = hangs ? `stroke="${red}" stroke-dasharray="5 4"` : `stroke="${ink}"`
  return `<path d="M${start} ${from}C${middle} ${from} ${middle} ${to} ${end} ${to}" stroke-width="1.6" ${look}/>`
}

function boxAt(context: RecordContext, { number, reaches, chain }: Plan, id: string, [x, y]: Spot): string {
  const plain = `x="${x}" y="${y}" width="${box.w}" height="${box.h}"`
  if (id === chain.end) return `<rect ${plain} fill="#ffd34a" stroke="${ink}" stroke-width="2.4"/>`
  if (id === chain.before) return `<rect ${plain} fill="#fffdf8" stroke="${ink}" stroke-width="2.4"/>`
  const color = reaches.get(id) === false ? red : ink
  const label = planNumber(context, number.get(id) ?? '')
  return `<rect ${plain} fill="#fffdf8" stroke="${color}" stroke-width="1.6"/><text x="${x + box.w / 2}" y="${y + box.h / 2 + 5}" font-family="Noto Sans, Noto Sans Arabic, sans-serif" font-size="14" font-weight="700" text-anchor="middle" fill="${color}">${label}</text>`
}
