import { later } from '../../later/later.ts'

/** The two views come apart: a phone starts with the outline, a wide screen with the wall. */
export const boardViews = {
  surface: later(() => import('../../surface/surface.tsx').then(({ Surface }) => Surface)),
  outline: later(() => import('../../outline/outline.tsx').then(({ Outline }) => Outline)),
}
