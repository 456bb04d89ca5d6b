import type { LayoutModule } from '../layout.ts'
import { arrangeCanvas, type CanvasFurniture as Furniture } from './arrange-canvas.ts'
import { CanvasFurniture } from './canvas-furniture.tsx'
import { dropOnCanvas, nextStopOnCanvas } from './drop-canvas.ts'
import { ThemeHeading } from './theme-heading.tsx'

export const canvas: LayoutModule<Furniture> = {
  arrange: arrangeCanvas,
  dropAt: dropOnCanvas,
  nextStop: nextStopOnCanvas,
  Furniture: CanvasFurniture,
  looks: { heading: ThemeHeading },
  facing: 'fixed',
  freeGround: true,
}
