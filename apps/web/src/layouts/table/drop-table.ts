import type { LayoutGrip } from '../layout.ts'
import { dropIntoList, listUnder, nearestIn, refusal, slotPoints } from '../shared/drop.ts'

/** What letting go means in a table: into a list, in order. */
export const tableGrip: LayoutGrip = {
  dropAt(drop) {
    const list = listUnder(drop)
    return list
      ? dropIntoList(drop, list)
      : refusal('nowhere', null, drop.input.words.t('surface.drop.nowhere'))
  },
  nextStop: (drop, direction) => nearestIn(slotPoints(drop), drop.point, direction),
}
