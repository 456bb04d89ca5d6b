import { type CellPlace, isCellPlace, type Note } from '@vispera/board'
import type { Layout } from '@vispera/kinds'

export type GridLayout = Extract<Layout, { engine: 'grid' }>

/** The cell that a note stands in, when it is one of this grid's. */
export function cellOf({ place }: Note, layout: GridLayout): CellPlace | null {
  const isHere = isCellPlace(place) && layout.rows.includes(place.row) && layout.columns.includes(place.col)
  return isHere ? place : null
}
