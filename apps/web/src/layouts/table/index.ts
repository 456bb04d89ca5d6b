import { onDemand } from '../../later/later.ts'
import type { LayoutModule } from '../layout.ts'
import { arrangeTable, type TableFurniture as Furniture } from './arrange-table.ts'
import { TableFurniture, TableRow } from './table-views.tsx'

export const table: LayoutModule<Furniture> = {
  arrange: arrangeTable,
  grip: onDemand(async () => (await import('./drop-table.ts')).tableGrip),
  Furniture: TableFurniture,
  looks: { row: TableRow },
  facing: 'reader',
  freeGround: false,
}
