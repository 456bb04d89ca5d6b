import { lazy } from 'react'

/** The two views are fetched apart: a phone starts with the outline, a wide screen with the wall. */
const load = {
  surface: () => import('../../surface/surface.tsx').then(({ Surface }) => ({ default: Surface })),
  outline: () => import('../../outline/outline.tsx').then(({ Outline }) => ({ default: Outline })),
}
export type BoardViewId = keyof typeof load

export const boardViews = { surface: lazy(load.surface), outline: lazy(load.outline) }

/** Fetches a view before it is needed. What fails here is tried again when it is. */
export const fetchView = (view: BoardViewId): void => void load[view]().catch(() => {})
