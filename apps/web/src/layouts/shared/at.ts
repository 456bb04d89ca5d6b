import type { CSSProperties } from 'react'
import type { Rect } from './geometry.ts'

/**
 * The style of something that stands at a rectangle of the board. Physical sides on purpose: the board's world
 * has no reading direction, and logical insets would turn with the direction of the words inside.
 */
export const at = ({ x, y, w, h }: Rect): CSSProperties => ({
  position: 'absolute',
  left: x,
  top: y,
  width: w,
  height: h,
})

/** The same, but free to grow downwards with its words. */
export const atLeast = ({ x, y, w, h }: Rect): CSSProperties => ({
  position: 'absolute',
  left: x,
  top: y,
  width: w,
  minHeight: h,
})
