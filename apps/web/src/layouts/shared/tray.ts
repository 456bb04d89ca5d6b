import { isZonePlace, type Note } from '@vispera/board'

/** Whether a note names none of these lists: it then stands in the tray. */
export const zonePlacedElsewhere = ({ place }: Note, lists: readonly string[]): boolean =>
  !isZonePlace(place) || !lists.includes(place.zone)
