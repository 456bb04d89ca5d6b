import { byOrder, isPointPlace, type Note } from '@vispera/board'
import type { ArrangeInput, Box, ListArea } from '../layout.ts'
import { overlaps, type Rect } from '../shared/geometry.ts'
import { cardBox, type Sorted } from '../shared/notes.ts'
import { type as faces, noteGap, noteLeast, noteWidth } from '../shared/type.ts'

/** A theme's heading and its notes in columns under it, the heading's corner at `x`, `y`. */
export interface ThemeBlock {
  readonly id: string
  readonly heading: Box
  readonly boxes: readonly (readonly [id: string, box: Box])[]
  readonly area: ListArea
  readonly rect: Rect
}

/** Thick 3, gap 2, thin 1 on screen at 72 %, and the space to the first note. */
export const themeRule = 9
const underRule = 14
const pitch = noteWidth + noteGap
/** Room kept between one theme and the next below it. */
const between = 30
/** Beyond this many themes nobody reads neighbours; they stand where they were put. */
const maxPushed = 400

/** Members of each theme, in their order. */
export function membersOf(sorted: Sorted, themeKind: string): Map<string, Note[]> {
  const members = new Map<string, Note[]>()
  for (const note of sorted.shown) if (note.kind === themeKind) members.set(note.id, [])
  for (const note of sorted.shown) {
    const id = note.cluster?.id
    if (id !== undefined && id !== note.id && note.kind !== themeKind && !note.keepSeparate)
      members.get(id)?.push(note)
  }
  for (const list of members.values()) {
    list.sort((a, b) =>
      byOrder({ id: a.id, order: a.cluster?.order ?? '' }, { id: b.id, order: b.cluster?.order ?? '' }),
    )
  }
  return members
}

/** How many columns a theme of `count` notes takes. */
export function columnsFor(count: number): number {
  if (count <= 4) return 2
  if (count <= 6) return 3
  if (count <= 12) return 4
  return Math.min(12, Math.max(5, Math.ceil(Math.sqrt(count * 1.2))))
}

/** One theme: heading over a rule, notes dealt into columns row by row, so that reading order is their order. */
export function layTheme(
  input: ArrangeInput,
  theme: Note,
  members: readonly Note[],
  x: number,
  y: number,
): ThemeBlock {
  const isFolded = input.folded.has(`theme:${theme.id}`)
  const columns = isFolded ? 2 : columnsFor(members.length)
  const w = columns * pitch - noteGap
  const headingHeight =
    input.measure.height(theme.text || ' ', w - 96, faces.theme) + faces.theme.size * 0.2 + themeRule
  const heading: Box = { x, y, w, h: Math.ceil(headingHeight), look: 'heading', color: 'chalk' }
  const top = y + heading.h + underRule
  const foot = Array.from({ length: columns }, () => top)
  const boxes = (isFolded ? [] : members).map((note, index) => {
    const column = index % columns
    const box = cardBox(input, note, x + column * pitch, foot[column] ?? top, {
      w: noteWidth,
      least: noteLeast,
    })
    foot[column] = box.y + box.h + noteGap
    return [note.id, box] as const
  })
  const bottom = isFolded ? top : members.length === 0 ? top + noteLeast : Math.max(...foot)
  const rect = { x, y, w, h: bottom - y }
  const label = theme.text.trim() || input.words.t('surface.theme.unnamed')
  return {
    id: theme.id,
    heading,
    boxes,
    rect,
    area: { key: `theme:${theme.id}`, rect, ids: members.map(({ id }) => id), run: 'flow', label },
  }
}

/**
 * All themes that have a place. One that would lie on another slides down until it stands free: their own
 * places are never changed by that.
 */
export function layThemes(
  input: ArrangeInput,
  themes: readonly Note[],
  members: ReadonlyMap<string, readonly Note[]>,
): ThemeBlock[] {
  const placed: ThemeBlock[] = []
  const inReadingOrder = [...themes].sort(
    (a, b) => cornerOf(a)[1] - cornerOf(b)[1] || cornerOf(a)[0] - cornerOf(b)[0] || (a.id < b.id ? -1 : 1),
  )
  for (const theme of inReadingOrder) {
    const notes = members.get(theme.id) ?? []
    const [x, y] = cornerOf(theme)
    let block = layTheme(input, theme, notes, x, y)
    for (let tries = 0; placed.length < maxPushed && tries <= placed.length; tries++) {
      const under = placed.find((other) => overlaps(room(block.rect), other.rect))
      if (!under) break
      block = layTheme(input, theme, notes, x, under.rect.y + under.rect.h + between)
    }
    placed.push(block)
  }
  return placed
}

const room = (rect: Rect): Rect => ({ ...rect, h: rect.h + between - 1 })
const cornerOf = ({ place }: Note): readonly [number, number] =>
  isPointPlace(place) ? [place.x, place.y] : [0, 0]
