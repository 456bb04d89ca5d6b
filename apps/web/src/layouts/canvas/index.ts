import { onDemand } from '../../later/later.ts'
import type { LayoutModule } from '../layout.ts'
import { arrangeCanvasAgain } from './again-canvas.ts'
import { arrangeCanvas, type CanvasFurniture as Furniture } from './arrange-canvas.ts'
import { CanvasFurniture } from './canvas-furniture.tsx'
import { ThemeHeading } from './theme-heading.tsx'

export const canvas: LayoutModule<Furniture> = {
  arrange: arrangeCanvas,
  arrangeAgain: arrangeCanvasAgain,
  grip: onDemand(async () => (await import('./drop-canvas.ts')).canvasGrip),
  Furniture: CanvasFurniture,
  looks: { heading: ThemeHeading },
  facing: 'fixed',
  freeGround: true,
}
