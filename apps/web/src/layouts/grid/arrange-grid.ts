import type { Note } from '@vispera/board'
import { settingKeys } from '../../actions/actions.ts'
import type { ArrangeInput, Arrangement, Box, ListArea } from '../layout.ts'
import { colorOf } from '../shared/color-of.ts'
import { type Rect, union } from '../shared/geometry.ts'
import type { ListBlock, ListHead } from '../shared/list.ts'
import { byZone, inOrder, sortOut } from '../shared/notes.ts'
import { zonePlacedElsewhere } from '../shared/tray.ts'
import { type as faces } from '../shared/type.ts'
import { layZone, zoneLabel, zonePrompt } from '../shared/zone-list.ts'
import { cellOf, type GridLayout } from './cell-of.ts'
import { columnGap, layMatrix, type Matrix, rowHead } from './matrix.ts'
import { layMoments, type MomentFacts } from './moments.ts'
import { pairLinks } from './pair-links.ts'
import { layPrompts, type PromptCard } from './prompts.ts'
import { roomState } from './room-state.ts'
import { wishFor } from './wishes.ts'

export interface GridFurniture {
  readonly rows: Matrix['rows']
  readonly columns: Matrix['columns']
  readonly cells: Matrix['cells']
  readonly rect: Rect
  /** What stands over the grid, with the hairline under it. */
  readonly strip: { readonly head: ListHead; readonly rule: Rect } | null
  readonly heads: readonly ListHead[]
  readonly moments: {
    readonly rail: Rect
    readonly label: string
    readonly prompt: string
    readonly at: Rect
    readonly add: Rect
    readonly zone: string
    readonly noteKind: string
    readonly facts: ReadonlyMap<string, MomentFacts>
  } | null
  readonly prompts: readonly PromptCard[]
}

const sideWidth = 333
const sideGap = 36
const leastRoom = 72

export function arrangeGrid(input: ArrangeInput): Arrangement<GridFurniture> {
  const layout = input.kind.layout as GridLayout
  const sorted = sortOut(input.board.notes)
  const matrix = layMatrix(input, wishFor(input, layout, sorted.shown))
  const boxes = new Map<string, Box>(matrix.boxes)
  const lists: ListArea[] = [...matrix.areas]
  const tray = input.kind.zones.find((zone) => zone.tray)?.id
  const zones = [
    ...layout.side,
    ...(layout.strip ? [layout.strip] : []),
    ...(layout.moments ? [layout.moments.zone] : []),
  ]
  const listed = byZone(
    sorted.shown.filter((note) => !boxes.has(note.id)),
    (note) => (cellOf(note, layout) || zonePlacedElsewhere(note, zones) ? tray : undefined),
  )
  const take = (block: ListBlock) => {
    for (const [id, box] of block.boxes) boxes.set(id, box)
    lists.push(block.area)
    return block
  }
  const strip = layStrip(input, layout, listed, matrix, boxes, lists)
  const top = strip ? strip.head.rect.y : -matrix.head
  const side = laySide(input, layout, listed, { x: matrix.rect.w + sideGap, y: top }).map(take)
  const moments = layMoments(
    input,
    layout,
    inOrder(listed.get(layout.moments?.zone ?? '') ?? []),
    matrix.rect,
    boxes,
    lists,
  )
  const sideBottom = Math.max(top, ...side.map(({ rect }) => rect.y + rect.h))
  const prompts = layPrompts(input, { x: matrix.rect.w + sideGap, y: sideBottom + 18, w: sideWidth, h: 0 })
  const bounds = union([
    { x: -rowHead, y: top, w: 1, h: 1 },
    matrix.rect,
    ...side.map(({ rect }) => rect),
    ...(moments ? [moments.rail, moments.at] : []),
    ...prompts.map(({ rect }) => rect),
    ...boxes.values(),
  ]) as Rect
  const isPair = (kind: string) => kind !== layout.moments?.link
  return {
    boxes,
    furniture: {
      rows: matrix.rows,
      columns: matrix.columns,
      cells: matrix.cells,
      rect: matrix.rect,
      strip,
      heads: side.map(({ head }) => head),
      moments,
      prompts,
    },
    links: pairLinks(input, boxes, matrix.cells, isPair),
    lists,
    bounds,
    home: bounds,
    readingOrder: readingOrder(layout, matrix, lists, boxes),
  }
}

function laySide(
  input: ArrangeInput,
  layout: GridLayout,
  listed: ReadonlyMap<string, readonly Note[]>,
  corner: { x: number; y: number },
): ListBlock[] {
  let { y } = corner
  return layout.side.flatMap((id) => {
    const zone = input.kind.zones.find((one) => one.id === id)
    if (!zone) return []
    const block = layZone(input, {
      zone,
      notes: listed.get(id) ?? [],
      x: corner.x,
      y,
      w: sideWidth,
      least: 0,
    })
    y = block.rect.y + block.rect.h + 18
    return [block]
  })
}

/** Rooms and the like over the grid, three to a row, growing upwards. */
function layStrip(
  input: ArrangeInput,
  layout: GridLayout,
  listed: ReadonlyMap<string, readonly Note[]>,
  { rect: grid, head }: Matrix,
  boxes: Map<string, Box>,
  lists: ListArea[],
): GridFurniture['strip'] {
  const zone = input.kind.zones.find((one) => one.id === layout.strip)
  if (!zone) return null
  const notes = inOrder(listed.get(zone.id) ?? [])
  const label = zoneLabel(input, zone.id)
  const prompt = zonePrompt(input, zone.id)
  const w = (grid.w - 2 * columnGap) / 3
  const rowsNeeded = Math.max(1, Math.ceil(notes.length / 3))
  const heights = Array.from({ length: rowsNeeded }, (_, row) =>
    Math.max(leastRoom, ...notes.slice(row * 3, row * 3 + 3).map((note) => roomHeight(input, note, w))),
  )
  const headHeight =
    input.measure.height(label, rowHead - 16, faces.zone) +
    input.measure.height(prompt, rowHead - 16, faces.prompt)
  const h = Math.max(
    heights.reduce((sum, one) => sum + one + 12, -12),
    headHeight,
  )
  const bottom = -head - 32
  const y = Math.round(bottom - h)
  let top = y
  heights.forEach((height, row) => {
    notes.slice(row * 3, row * 3 + 3).forEach((note, column) => {
      const x = column * (w + columnGap)
      boxes.set(note.id, { x, y: top, w, h: height, look: 'room', color: colorOf(note, input.kind) })
    })
    top += height + 12
  })
  const rect = { x: 0, y, w: grid.w, h }
  const place = { zone: zone.id }
  const key = `zone:${zone.id}`
  lists.push({ key, rect, ids: notes.map(({ id }) => id), run: 'flow', label, place })
  return {
    head: {
      key,
      rect: { x: -rowHead, y, w: rowHead - 16, h },
      label,
      prompt,
      place,
      emptySlot: notes.length === 0 ? { x: 0, y, w, h: leastRoom } : null,
      adds: zone.noteKinds[0] ?? null,
    },
    rule: { x: -rowHead, y: bottom + 14, w: grid.w + rowHead, h: 1 },
  }
}

/** Door, name and line of a room, as it is drawn. */
function roomHeight(input: ArrangeInput, note: Note, w: number): number {
  const room = w - 82
  return (
    20 +
    input.measure.height(note.text || ' ', room, faces.label) +
    input.measure.height(roomState(input, note).line, room, faces.prompt)
  )
}

/** Rooms first, then cell by cell along the rows, then moments and the lists beside. */
function readingOrder(
  layout: GridLayout,
  matrix: Matrix,
  lists: readonly ListArea[],
  boxes: ReadonlyMap<string, Box>,
): string[] {
  const strip = lists.filter(({ key }) => key === `zone:${layout.strip}`)
  const rest = lists.filter(
    ({ key }) => key !== `zone:${layout.strip}` && !matrix.areas.some((area) => area.key === key),
  )
  const ids = [...strip, ...matrix.areas, ...rest].flatMap((list) => list.ids)
  return [...new Set([...ids, ...boxes.keys()])].filter((id) => boxes.has(id))
}

/** The setting that renames a zone. */
export const zoneSetting = (zone: string) => settingKeys.label('zone', zone)
