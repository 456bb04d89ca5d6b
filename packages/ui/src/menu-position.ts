export type Box = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }

const gap = 4
const margin = 8

/**
 * Where a menu's top left corner goes, in viewport pixels: below its anchor, or above it when there is more room
 * there; aligned with the anchor's start or end in reading direction; never off screen.
 */
export function placeMenu(
  anchor: Box,
  menu: { width: number; height: number },
  view: { width: number; height: number },
  align: 'start' | 'end',
  isRightToLeft: boolean,
): Point {
  const alignsLeft = (align === 'start') !== isRightToLeft
  const x = alignsLeft ? anchor.x : anchor.x + anchor.width - menu.width
  const below = anchor.y + anchor.height + gap
  const above = anchor.y - gap - menu.height
  const roomBelow = view.height - below - margin
  const y = menu.height <= roomBelow || roomBelow >= anchor.y - gap - margin ? below : above
  return { x: keepIn(x, menu.width, view.width), y: keepIn(y, menu.height, view.height) }
}

function keepIn(start: number, size: number, room: number): number {
  return Math.max(margin, Math.min(start, room - size - margin))
}
