import type { Link } from '@vispera/board'
import type { ArrangeInput, Box, WallLink } from '../layout.ts'
import { center, type Point, type Rect } from './geometry.ts'

/**
 * All links of a board as curves from edge to edge, with their verb as a label. Notes that are folded away are
 * linked at what stands for them.
 */
export function curveLinks(
  input: ArrangeInput,
  boxes: ReadonlyMap<string, Box>,
  wanted: (link: Link) => boolean = () => true,
  standIns: ReadonlyMap<string, string> = new Map(),
): WallLink[] {
  const boxOf = (id: string) => boxes.get(id) ?? boxes.get(standIns.get(id) ?? '')
  const lines = new Map(input.kind.linkKinds.map((kind) => [kind.id, kind.line]))
  const found: WallLink[] = []
  for (const link of input.board.links) {
    const from = boxOf(link.from)
    const to = boxOf(link.to)
    if (!from || !to || from === to || !wanted(link)) continue
    const line = lines.get(link.kind) ?? 'solid'
    found.push({
      id: link.id,
      from: link.from,
      to: link.to,
      ...curve(from, to),
      line,
      tone: line === 'dashed' ? 'ink' : 'accent',
      label: shortVerb(input, link.kind),
      sentence: sentenceOf(input, link),
    })
  }
  return found
}

export function shortVerb({ words }: Pick<ArrangeInput, 'words'>, kind: string): string {
  const id = `link.${kind}.short`
  return words.t(words.has(id) ? id : `link.${kind}`)
}

/** "Weekly radio hour keeps pressure on Speak at the budget hearing". */
export function sentenceOf({ board, words }: Pick<ArrangeInput, 'board' | 'words'>, link: Link): string {
  const name = (id: string) =>
    board.notes.find((note) => note.id === id)?.text.trim() || words.t('surface.note.empty')
  return words.t(`link.${link.kind}.sentence`, { from: name(link.from), to: name(link.to) })
}

/** Room between a link's end and the note. */
const gap = 7

/** A curve that leaves and enters at the sides that face each other. */
export function curve(from: Rect, to: Rect): Pick<WallLink, 'path' | 'middle' | 'bounds'> {
  const [ax, ay] = center(from)
  const [bx, by] = center(to)
  const across = Math.abs(bx - ax) - (from.w + to.w) / 2
  const down = Math.abs(by - ay) - (from.h + to.h) / 2
  const level = across >= down
  const start: Point = level ? [edge(ax, from.w, bx - ax), ay] : [ax, edge(ay, from.h, by - ay)]
  const end: Point = level ? [edge(bx, to.w, ax - bx), by] : [bx, edge(by, to.h, ay - by)]
  const reach = Math.max(30, (level ? Math.abs(end[0] - start[0]) : Math.abs(end[1] - start[1])) * 0.45)
  const c1: Point = level
    ? [start[0] + sign(bx - ax) * reach, start[1]]
    : [start[0], start[1] + sign(by - ay) * reach]
  const c2: Point = level
    ? [end[0] - sign(bx - ax) * reach, end[1]]
    : [end[0], end[1] - sign(by - ay) * reach]
  return {
    path: `M${pair(start)}C${pair(c1)} ${pair(c2)} ${pair(end)}`,
    middle: [
      (start[0] + 3 * c1[0] + 3 * c2[0] + end[0]) / 8,
      (start[1] + 3 * c1[1] + 3 * c2[1] + end[1]) / 8,
    ],
    bounds: around([start, c1, c2, end]),
  }
}

const edge = (middle: number, size: number, towards: number) => middle + sign(towards) * (size / 2 + gap)
const sign = (value: number) => (value < 0 ? -1 : 1)
const pair = ([x, y]: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

export function around(points: readonly Point[]): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
