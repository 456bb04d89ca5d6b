import type { Point, Rect } from '../../layouts/shared/geometry.ts'

/** Where the eye is: screen = board x zoom + offset. Screen pixels of the viewport, its corner at 0, 0. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}
export interface Size {
  readonly w: number
  readonly h: number
}
/** Room at the edges that tools stand on. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** How far out hands go; a board that does not fit even then may be shown whole all the same. */
export const leastZoom = 0.1
const leastWhole = 0.02
export const mostZoom = 4

export const clampZoom = (zoom: number, least = leastZoom): number =>
  Math.min(mostZoom, Math.max(least, zoom))

export const toBoard = ({ x, y, zoom }: View, [sx, sy]: Point): Point => [(sx - x) / zoom, (sy - y) / zoom]
export const toScreen = ({ x, y, zoom }: View, [bx, by]: Point): Point => [bx * zoom + x, by * zoom + y]

/** The part of the board that the viewport shows. */
export function shown(view: View, size: Size): Rect {
  const [x, y] = toBoard(view, [0, 0])
  return { x, y, w: size.w / view.zoom, h: size.h / view.zoom }
}

/** Zooms while the board's point under `at` stays there. */
export function zoomAt(view: View, at: Point, zoom: number): View {
  // Further out than hands go only on the way back from there.
  const next = clampZoom(zoom, Math.min(leastZoom, view.zoom))
  const [bx, by] = toBoard(view, at)
  return { x: at[0] - bx * next, y: at[1] - by * next, zoom: next }
}

/** The view that shows all of `rect` inside the insets, in its middle. */
export function frameAll(rect: Rect, size: Size, insets: Insets, most = 1): View {
  const room = roomIn(size, insets)
  const zoom = Math.max(
    leastWhole,
    Math.min(most, room.w / Math.max(1, rect.w), room.h / Math.max(1, rect.h)),
  )
  return {
    x: insets.left + (room.w - rect.w * zoom) / 2 - rect.x * zoom,
    y: insets.top + (room.h - rect.h * zoom) / 2 - rect.y * zoom,
    zoom,
  }
}

/**
 * A first view under this zoom would not be readable, though a little less is better than a zone cut off at the
 * edge; from `comfortable` on, nothing larger is looked for.
 */
const leastFirst = 0.5
const leastFirstWhole = 0.45
const comfortable = 0.72

/**
 * What a person sees first: all of it when that reads well; else its heart (`home`), from the top and from the
 * side where reading starts, with the rest a little way off.
 */
export function firstView(bounds: Rect, home: Rect, size: Size, insets: Insets, dir: 'ltr' | 'rtl'): View {
  const whole = frameAll(bounds, size, insets)
  const heart = frameAll(home, size, insets, comfortable)
  const reads =
    whole.zoom >= leastFirst
      ? whole.zoom >= Math.min(heart.zoom, comfortable)
      : whole.zoom >= leastFirstWhole && heart.zoom <= leastFirst
  if (reads) {
    return { ...whole, y: Math.min(whole.y, insets.top - bounds.y * whole.zoom + 40) }
  }
  const zoom = Math.max(leastFirst, heart.zoom)
  const room = roomIn(size, insets)
  const isWide = home.w * zoom > room.w + 1
  const left = insets.left - home.x * zoom
  const right = size.w - insets.right - (home.x + home.w) * zoom
  const middle = insets.left + (room.w - home.w * zoom) / 2 - home.x * zoom
  return { x: !isWide ? middle : dir === 'rtl' ? right : left, y: insets.top - home.y * zoom, zoom }
}

/** A panel makes more of a difference than this; a line more in the composer makes less. */
const leastChange = 80

/** Whether a wall has so much more or less room that what it shows should be framed anew. */
export const isOtherRoom = (before: Size, now: Size): boolean =>
  Math.abs(before.w - now.w) > leastChange || Math.abs(before.h - now.h) > leastChange

/** The smallest pan that brings `rect` inside the insets; the same view when it is there already. */
export function panInto(view: View, rect: Rect, size: Size, insets: Insets): View {
  const [left, top] = toScreen(view, [rect.x, rect.y])
  const [right, bottom] = toScreen(view, [rect.x + rect.w, rect.y + rect.h])
  const dx = nudge(left, right, insets.left, size.w - insets.right)
  const dy = nudge(top, bottom, insets.top, size.h - insets.bottom)
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy }
}

function nudge(from: number, to: number, least: number, most: number): number {
  if (to - from > most - least) return least - from
  if (from < least) return least - from
  return to > most ? most - to : 0
}

const roomIn = (size: Size, insets: Insets): Size => ({
  w: Math.max(80, size.w - insets.left - insets.right),
  h: Math.max(80, size.h - insets.top - insets.bottom),
})

/** The next rung of the zoom ladder. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  const ladder = [0.1, 0.15, 0.2, 0.25, 0.33, 0.4, 0.5, 0.6, 0.72, 0.85, 1, 1.25, 1.5, 2, 2.5, 3, 4]
  if (by > 0) return ladder.find((rung) => rung > zoom + 0.005) ?? mostZoom
  return ladder.findLast((rung) => rung < zoom - 0.005) ?? leastZoom
}
