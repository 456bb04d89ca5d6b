import { settingKeys } from '../../actions/actions.ts'
import type { ArrangeInput } from '../layout.ts'
import type { Rect } from '../shared/geometry.ts'
import { columnX, headRule, stepWidth } from './measures.ts'

/** A stretch of time in the group's own words, over the columns that it takes. */
export interface Band {
  readonly depth: number
  readonly name: string
  readonly rect: Rect
}

const top = headRule + 10
const height = 34

/** The deepest column that can be drawn. */
const deepestColumn = 200

/** The stretch of time that a column stands in: the last one begun between today and it. */
export function bandOver(input: Pick<ArrangeInput, 'board'>, depth: number): string {
  for (let at = depth; at <= deepestColumn; at++) {
    const name = bandName(input, at)
    if (name !== '') return name
  }
  return ''
}

/** The name that the group gave to the stretch which begins, seen from today, at this column. */
const bandName = ({ board }: Pick<ArrangeInput, 'board'>, depth: number): string => {
  const name = board.settings[settingKeys.label('band', String(depth))]
  return typeof name === 'string' ? name.trim() : ''
}

/**
 * Bands from today on: each runs from its column to where the next one begins. Every other column
 * has room for a name of its own, over the band it stands in. Nothing is laid out by them: order comes from what needs what.
 */
export function layBands(input: ArrangeInput, first: number, deepest: number): Band[] {
  const bands: Band[] = []
  for (let depth = deepest; depth >= Math.max(2, first); depth--) {
    let end = depth
    const name = bandName(input, depth)
    if (name !== '') while (end > Math.max(2, first) && bandName(input, end - 1) === '') end--
    const x = columnX(depth)
    bands.push({ depth, name, rect: { x, y: top, w: columnX(end) + stepWidth - x, h: height } })
  }
  return bands
}
