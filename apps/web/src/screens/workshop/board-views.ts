import { later } from '../../later/later.ts'

/** The two views come apart: a phone starts with the outline, a wide screen with the wall. */
export const boardViews = {
  surface: later(() => import('./on-wide.ts').then(({ Surface }) => Surface)),
  outline: later(() => import('./on-phone.ts').then(({ Outline }) => Outline)),
}
