import { onDemand } from '../../later/later.ts'
import type { LayoutModule } from '../layout.ts'
import { arrangeGrid, type GridFurniture as Furniture } from './arrange-grid.ts'
import { GridFurniture } from './grid-furniture.tsx'
import { MomentStop, RoomCard } from './grid-looks.tsx'

export const grid: LayoutModule<Furniture> = {
  arrange: arrangeGrid,
  grip: onDemand(async () => (await import('./drop-grid.ts')).gridGrip),
  Furniture: GridFurniture,
  looks: { room: RoomCard, moment: MomentStop },
  facing: 'fixed',
  freeGround: false,
}
