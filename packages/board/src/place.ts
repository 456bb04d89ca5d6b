import * as z from 'zod/mini'

/** A fractional order key; notes with equal keys are ordered by id. */
export const orderKeySchema = z.string().check(z.minLength(1), z.maxLength(200))

const idSchema = z.string().check(z.minLength(1), z.maxLength(64))
const worldUnit = z.int().check(z.minimum(-10_000_000), z.maximum(10_000_000))
const unitInterval = z.number().check(z.minimum(0), z.maximum(1))

/**
 * Where a note stands: ONE value, written whole, so that two people moving the same note never mix
 * their moves. Which shape is used depends on the board's layout.
 *
 * - `{ x, y }` whole board units, the note's top-left corner (canvas)
 * - `{ zone, order }` a list (every layout has zones)
 * - `{ row, col, order }` a grid cell
 * - `{ u, v }` 0..1 on two axes
 * - `{ parent, order }` a tree
 */
export const placeSchema = z.union([
  z.strictObject({ x: worldUnit, y: worldUnit }),
  z.strictObject({ zone: idSchema, order: z.optional(orderKeySchema) }),
  z.strictObject({ row: idSchema, col: idSchema, order: z.optional(orderKeySchema) }),
  z.strictObject({ u: unitInterval, v: unitInterval }),
  z.strictObject({ parent: z.nullable(idSchema), order: z.optional(orderKeySchema) }),
])
export type Place = z.infer<typeof placeSchema>
export type PointPlace = Extract<Place, { x: number }>
export type ZonePlace = Extract<Place, { zone: string }>
export type CellPlace = Extract<Place, { row: string }>

export const isPointPlace = (place: Place | null): place is PointPlace => place !== null && 'x' in place
export const isZonePlace = (place: Place | null): place is ZonePlace => place !== null && 'zone' in place
export const isCellPlace = (place: Place | null): place is CellPlace => place !== null && 'row' in place

/** The order key of a place, or '' where the place has none (sorts first, then by id). */
export const orderOf = (place: Place | null): string =>
  place !== null && 'order' in place && place.order !== undefined ? place.order : ''

/** Whether two places are the same list (zone, cell or parent), whatever the order inside it. */
export function isSameList(a: Place | null, b: Place | null): boolean {
  if (isZonePlace(a) && isZonePlace(b)) return a.zone === b.zone
  if (isCellPlace(a) && isCellPlace(b)) return a.row === b.row && a.col === b.col
  if (a !== null && b !== null && 'parent' in a && 'parent' in b) return a.parent === b.parent
  return a === null && b === null
}
