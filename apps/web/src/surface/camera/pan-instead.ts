import type { UIEvent } from 'react'
import type { CameraStore } from './camera-store.ts'

/**
 * Browsers scroll what takes the focus into sight, also where nothing scrolls: the wall would stay beside its own
 * points. The camera goes there instead.
 */
export const panInstead =
  (camera: CameraStore) =>
  ({ currentTarget, target }: UIEvent<HTMLElement>): void => {
    const { scrollLeft, scrollTop } = currentTarget
    if (target !== currentTarget || (scrollLeft === 0 && scrollTop === 0)) return
    currentTarget.scrollTo(0, 0)
    const view = camera.goal()
    camera.set({ ...view, x: view.x - scrollLeft, y: view.y - scrollTop })
  }
