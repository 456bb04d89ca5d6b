import type { Point } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'

/** This near to the edge the wall moves under the hand, in pixels. */
const margin = 44
const fastest = 14

/** Moves the wall while something is held near its edge. `onPan` runs after every step. */
export function edgePan(wall: Wall, onPan: () => void) {
  const { camera } = wall
  let frame = 0
  let push: Point = [0, 0]
  const step = () => {
    frame = 0
    if (push[0] === 0 && push[1] === 0) return
    const view = camera.view()
    camera.set({ ...view, x: view.x + push[0], y: view.y + push[1] })
    onPan()
    frame ||= requestAnimationFrame(step)
  }
  return {
    update([x, y]: Point) {
      const { w, h } = camera.size()
      push = [pressure(x, w), pressure(y, h)]
      if (frame === 0 && (push[0] !== 0 || push[1] !== 0)) frame = requestAnimationFrame(step)
    },
    stop() {
      push = [0, 0]
      if (frame !== 0) cancelAnimationFrame(frame)
      frame = 0
    },
  }
}

/** Harder the nearer to the edge; nothing in the middle or outside by far. */
function pressure(at: number, size: number): number {
  if (at < margin) return fastest * Math.min(1, (margin - at) / margin)
  if (at > size - margin) return -fastest * Math.min(1, (at - size + margin) / margin)
  return 0
}
