import { isPointPlace, type Note } from '@vispera/board'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import { type Rect, stepUp, union } from '../shared/geometry.ts'
import { cardBox, inOrder } from '../shared/notes.ts'
import { type as faces, noteGap, noteLeast, noteWidth } from '../shared/type.ts'
import { layTheme, layThemes } from './themes.ts'

/** The ground of a canvas: themes and free notes where people put them, the rest in rows below. */
export interface Field {
  readonly rect: Rect
  /** Whoever asked for them may add to them. */
  readonly boxes: Map<string, Box>
  readonly areas: readonly ListArea[]
  /** Heading of the notes that have no place yet. */
  readonly loose: { readonly x: number; readonly y: number; readonly w: number } | null
}

/** The least ground: what the picture shows at 72 % on a laptop. */
export const leastField = { w: 1310, h: 745 }
const step = { x: 240, y: 120 }
const margin = 10
const pitch = noteWidth + noteGap

export function layField(
  input: ArrangeInput,
  notes: readonly Note[],
  theme: string,
  members: ReadonlyMap<string, readonly Note[]>,
): Field {
  const boxes = new Map<string, Box>()
  const areas: ListArea[] = []
  const [themes, singles] = split(notes, (note) => note.kind === theme)
  const keep = (block: ReturnType<typeof layTheme>) => {
    boxes.set(block.id, block.heading)
    for (const [id, box] of block.boxes) boxes.set(id, box)
    areas.push(block.area)
    return block.rect
  }
  const placedRects = layThemes(input, themes.filter(hasPoint), members).map(keep)
  for (const note of singles) {
    if (!isPointPlace(note.place)) continue
    const box = cardBox(input, note, note.place.x, note.place.y, { w: noteWidth, least: noteLeast })
    boxes.set(note.id, box)
  }
  const inBoxes = union(boxes.values())
  const placed = inBoxes && union([...placedRects, inBoxes])
  const ground = fieldRect(placed)

  // What has no place flows in rows under everything else: themes first, then single notes.
  const looseThemes = inOrder(themes.filter((note) => !hasPoint(note)))
  const looseNotes = inOrder(singles.filter((note) => !hasPoint(note)))
  if (looseThemes.length + looseNotes.length === 0) return { rect: ground, boxes, areas, loose: null }
  const top = placed ? placed.y + placed.h + 30 : 0
  let y = top
  for (const note of looseThemes) {
    const rect = keep(layTheme(input, note, members.get(note.id) ?? [], ground.x, y))
    y = rect.y + rect.h + 30
  }
  const loose = looseNotes.length > 0 ? { x: ground.x, y, w: ground.w } : null
  const flow = layRows(input, looseNotes, ground.x, y + faces.prompt.size * 1.33 + noteGap, ground.w)
  for (const [id, box] of flow) boxes.set(id, box)
  return { rect: fieldRect(union(boxes.values())), boxes, areas, loose }
}

/** Cards in as many columns as fit, dealt row by row; every row starts level. */
export function layRows(
  input: ArrangeInput,
  notes: readonly Note[],
  x: number,
  y: number,
  w: number,
): [string, Box][] {
  const columns = Math.max(1, Math.floor((w + noteGap) / pitch))
  const boxes: [string, Box][] = []
  let top = y
  for (let start = 0; start < notes.length; start += columns) {
    const row = notes.slice(start, start + columns).map((note, column) => {
      const box = cardBox(input, note, x + column * pitch, top, { w: noteWidth, least: noteLeast })
      return [note.id, box] as [string, Box]
    })
    boxes.push(...row)
    top += Math.max(...row.map(([, box]) => box.h)) + noteGap
  }
  return boxes
}

/** The ground follows its content in big steps, so that the lists round it never creep while people work. */
export function fieldRect(content: Rect | null): Rect {
  if (!content) return { x: 0, y: 0, ...leastField }
  const x = content.x < 0 ? -stepUp(-content.x + margin, step.x) : 0
  const y = content.y < 0 ? -stepUp(-content.y + margin, step.y) : 0
  const right = grown(content.x + content.w, leastField.w, step.x)
  const bottom = grown(content.y + content.h, leastField.h, step.y)
  return { x, y, w: right - x, h: bottom - y }
}

const grown = (edge: number, least: number, by: number) =>
  edge + margin <= least ? least : least + stepUp(edge + margin - least, by)
const hasPoint = (note: Note): boolean => isPointPlace(note.place)

export function split<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const one of all) (test(one) ? yes : no).push(one)
  return [yes, no]
}
