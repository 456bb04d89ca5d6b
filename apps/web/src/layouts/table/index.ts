import type { LayoutModule } from '../layout.ts'
import { dropIntoList, listUnder, nearestIn, refusal, slotPoints } from '../shared/drop.ts'
import { arrangeTable, type TableFurniture as Furniture } from './arrange-table.ts'
import { TableFurniture, TableRow } from './table-views.tsx'

export const table: LayoutModule<Furniture> = {
  arrange: arrangeTable,
  dropAt(drop) {
    const list = listUnder(drop)
    return list
      ? dropIntoList(drop, list)
      : refusal('nowhere', null, drop.input.words.t('surface.drop.nowhere'))
  },
  nextStop: (drop, direction) => nearestIn(slotPoints(drop), drop.point, direction),
  Furniture: TableFurniture,
  looks: { row: TableRow },
  facing: 'reader',
  freeGround: false,
}
