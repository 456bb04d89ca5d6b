import { useEffect, useMemo, useRef } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import type { ArrangeInput, Arrangement, LayoutModule } from '../layouts/layout.ts'
import { firstView, type Insets, isOtherRoom, type Size, type View } from './camera/camera.ts'
import { createCamera } from './camera/camera-store.ts'
import { createSpatialIndex } from './camera/spatial-index.ts'
import { createCell } from './cell.ts'
import { createHand } from './drag/hand-store.ts'
import type { ViewportHandlers } from './hands/viewport-events.ts'
import type { WallMenu } from './links/wall-menus.tsx'
import type { Wall } from './wall-context.ts'

/** The parts of one surface, made once and kept while its board is on screen. */
export function useNewWall(arrangement: {
  arranged: Arrangement
  input: ArrangeInput
  layout: LayoutModule
}): Wall & {
  attach(element: HTMLElement | null): void
} {
  const { open } = useBoardOnScreen()
  const live = useRef(arrangement)
  live.current = arrangement
  const { layout } = arrangement
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another wall
  const wall = useMemo(() => {
    let element: HTMLElement | null = null
    let current: string | null = null
    const listeners = new Set<() => void>()
    return {
      camera: createCamera(),
      index: createSpatialIndex(),
      hand: createHand(),
      menu: createCell<WallMenu | null>(null),
      handlers: { current: null as ViewportHandlers | null },
      layout,
      arranged: () => live.current.arranged,
      input: () => live.current.input,
      viewport: () => element,
      current: () => current,
      setCurrent(id: string | null) {
        if (id === current) return
        current = id
        for (const listener of listeners) listener()
      },
      onCurrent(listener: () => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      attach(next: HTMLElement | null) {
        element = next
      },
    }
  }, [open, layout])
  useEffect(() => () => wall.camera.close(), [wall])
  return wall
}

/** What stands on the wall's edges, and which way its reader reads. */
export interface Edges {
  readonly dir: 'ltr' | 'rtl'
  readonly hasRail: boolean
  /** A bar over the top of the board's own content. */
  readonly hasBar: boolean
}

/** Room that the tools take at the edges; `foot` is what the composer takes below them. */
function insetsFor(width: number, { dir, hasRail, hasBar }: Edges, foot: number): Insets {
  const top = hasBar ? 64 : 14
  if (width < 768) return { top, right: 12, bottom: 76 + foot, left: 12 }
  const start = hasRail ? 74 : 14
  return { top, bottom: 80 + foot, left: dir === 'rtl' ? 14 : start, right: dir === 'rtl' ? start : 14 }
}

/**
 * Follows the viewport's size; the first time, frames the board. Another arrangement is framed anew, and so is
 * a view that nobody has touched when the fonts arrive and everything is measured again, or when a panel that
 * opens or closes at its side gives it other room.
 */
export function useFrame(
  wall: Wall,
  { dir, hasRail, hasBar }: Edges,
  { measure }: ArrangeInput,
  key: string,
): void {
  const framed = useRef<{ key: string; measure: unknown; view: View; size: Size } | null>(null)
  useEffect(() => {
    const element = wall.viewport()
    if (!element) return
    const { camera } = wall
    const frame = () => {
      const w = element.clientWidth
      const h = element.clientHeight
      if (w === 0 || h === 0) return
      camera.setFrame({ w, h }, insetsFor(w, { dir, hasRail, hasBar }, footOf(element)))
      const before = framed.current
      const isNew = before?.key !== key
      // A panel may open by itself: nothing moves under a hand, or under words that are being written.
      const isBusy = wall.hand.held() !== null || element.querySelector('textarea:focus') !== null
      const isOther = before?.measure !== measure || (!isBusy && isOtherRoom(before.size, { w, h }))
      if (!isNew && !(isOther && before.view === camera.view())) return
      const { bounds, home } = wall.arranged()
      const side = wall.layout.facing === 'reader' ? dir : 'ltr'
      const view = firstView(bounds, home, camera.size(), camera.insets(), side)
      framed.current = { key, measure, view, size: { w, h } }
      camera.set(view)
    }
    frame()
    const watch = new ResizeObserver(frame)
    watch.observe(element)
    return () => watch.disconnect()
  }, [wall, dir, hasRail, hasBar, key, measure])
}

/** What the workshop screen says that the composer takes of the foot, in pixels. */
const footOf = (element: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(element).getPropertyValue('--wall-foot')) || 0
