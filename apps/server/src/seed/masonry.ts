import type { PointPlace } from '@vispera/board'

/** Board units: a note is 170 wide; the rest is air. */
const columnWidth = 206
const lineHeight = 24
const lettersPerLine = 12
/** What stands round the words (badge, foot, padding) and the air below. */
const aroundWords = 130

/** As high as a note with so many letters, and a picture of that height, will be at the most. */
export const noteHeight = (letters: number, picture = 0): number =>
  aroundWords + Math.ceil(letters / lettersPerLine) * lineHeight + picture

/**
 * Columns of notes side by side that never overlap: each note goes where the shortest column ends, and takes
 * as much room as its words will need at the most.
 */
export function masonry(
  count: number,
  from: PointPlace = { x: 40, y: 40 },
): { place(letters: number, picture?: number): PointPlace } {
  // About as wide as high, for notes of some 200 units.
  const columns = new Array<number>(Math.max(4, Math.ceil(Math.sqrt(count)))).fill(from.y)
  return {
    place(letters, picture) {
      const at = columns.indexOf(Math.min(...columns))
      const y = columns[at] as number
      columns[at] = y + noteHeight(letters, picture)
      return { x: from.x + at * columnWidth, y }
    },
  }
}
