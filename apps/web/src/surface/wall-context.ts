import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ArrangeInput, Arrangement, LayoutModule } from '../layouts/layout.ts'
import type { CameraStore } from './camera/camera-store.ts'
import type { SpatialIndex } from './camera/spatial-index.ts'
import type { Cell } from './cell.ts'
import type { HandStore } from './drag/hand-store.ts'
import type { ViewportHandlers } from './hands/viewport-events.ts'
import type { WallMenu } from './links/wall-menus.tsx'

/** One surface: what its parts share, outside React. */
export interface Wall {
  readonly camera: CameraStore
  readonly index: SpatialIndex
  readonly hand: HandStore
  /** The menu that is open, if any. */
  readonly menu: Cell<WallMenu | null>
  /** What happens on the viewport, once the hands are there. */
  readonly handlers: { current: ViewportHandlers | null }
  readonly layout: LayoutModule
  /** What is on screen now. */
  arranged(): Arrangement
  input(): ArrangeInput
  /** The element that takes wheel, pointer and keys. */
  viewport(): HTMLElement | null
  /** The note with the tab stop. */
  current(): string | null
  setCurrent(id: string | null): void
  onCurrent(listener: () => void): () => void
}

const WallContext = createContext<Wall | null>(null)
export const WallProvider = WallContext.Provider

export function useWall(): Wall {
  const wall = useContext(WallContext)
  if (!wall) throw new Error('useWall needs a WallProvider')
  return wall
}

/** The note with the tab stop; re-renders when it changes. */
export function useCurrent(): string | null {
  const wall = useWall()
  return useSyncExternalStore(wall.onCurrent, wall.current)
}
