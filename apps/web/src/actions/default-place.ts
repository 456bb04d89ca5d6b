import { isCellPlace, isPointPlace, isZonePlace, type Place } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { type ActionContext, boardOf } from './action-context.ts'
import { homeZone, mainOf, placesInList, trayOf } from './lists.ts'
import { newNoteSpots } from './new-note-spot.ts'
import { writableKinds } from './writable-kinds.ts'

/**
 * Where `count` new notes of a kind go: beside each other from `wish`, or where the kind's data says. `height`, in
 * board units, is what one of them takes, where that is known.
 */
export function placesForNew(
  context: ActionContext,
  noteKind: string,
  count: number,
  wish?: Place,
  height?: number,
): Place[] {
  const { kind, open, ui } = context
  if (isPointPlace(wish ?? null)) return pointsFrom(wish as { x: number; y: number }, count)
  if (wish && (isZonePlace(wish) || isCellPlace(wish))) {
    const { order, ...list } = wish
    if (order !== undefined && count === 1) return [wish]
    return placesInList(boardOf(context), list, count)
  }
  const zone = homeZone(kind, noteKind) ?? trayOf(kind) ?? mainOf(kind)
  if (isFreeGround(kind, zone?.holds))
    return [...newNoteSpots(ui, open.store.notes().values(), count, height)]
  const list = kind.layout.engine === 'grid' && zone?.holds === 'main' ? (trayOf(kind) ?? zone) : zone
  return list ? placesInList(boardOf(context), { zone: list.id }, count) : []
}

/** Notes on a canvas stand freely unless their zone is a list. */
const isFreeGround = (kind: Kind, holds: string | undefined) =>
  kind.layout.engine === 'canvas' && holds !== 'list'

const step = 190
const perRow = 4
const pointsFrom = ({ x, y }: { x: number; y: number }, count: number): Place[] =>
  Array.from({ length: count }, (_, at) => ({
    x: x + (at % perRow) * step,
    y: y + Math.floor(at / perRow) * 150,
  }))

/** The note kind to make when only a place is known. */
export function kindForPlace(kind: Kind, place: Place | undefined): string {
  const writable = writableKinds(kind)
  const first = writable[0]?.id ?? kind.noteKinds[0]?.id ?? 'idea'
  if (!place) return first
  if (isCellPlace(place)) return kind.layout.engine === 'grid' ? kind.layout.item : first
  const zone = isZonePlace(place) ? kind.zones.find((one) => one.id === place.zone) : mainOf(kind)
  return zone?.noteKinds.find((id) => writable.some((one) => one.id === id)) ?? first
}
