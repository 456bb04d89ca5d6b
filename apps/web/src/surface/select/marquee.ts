import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import type { Point, Rect } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'
import { boardPoint, viewportPoint } from '../wall-points.ts'

/**
 * Draws a frame from here on and chooses what it touches, until the button is let go. The frame is one
 * element outside React. `onFrame` runs once the frame is one, not before: until then it is a click.
 */
export function startMarquee(wall: Wall, ui: BoardUiStore, down: PointerEvent, onFrame: () => void): void {
  const viewport = wall.viewport()
  const frame = viewport?.querySelector<HTMLElement>('[data-marquee]')
  if (!viewport || !frame) return
  const startBoard = boardPoint(wall, down)
  const start = viewportPoint(wall, down)
  const before = down.shiftKey ? ui.get().selection : new Set<string>()
  let isFrame = false
  let last = ''

  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    const at = viewportPoint(wall, event)
    if (!isFrame && Math.hypot(at[0] - start[0], at[1] - start[1]) < 5) return
    if (!isFrame) {
      isFrame = true
      viewport.setPointerCapture(down.pointerId)
      onFrame()
    }
    draw(frame, between(start, at))
    const ids = [...new Set([...before, ...wall.index.within(between(startBoard, boardPoint(wall, event)))])]
    const key = ids.join(' ')
    if (key !== last) ui.select(ids)
    last = key
  }
  const onEnd = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onEnd)
    window.removeEventListener('pointercancel', onEnd)
    frame.hidden = true
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onEnd)
  window.addEventListener('pointercancel', onEnd)
}

function draw(frame: HTMLElement, { x, y, w, h }: Rect): void {
  frame.hidden = false
  frame.style.transform = `translate(${x}px, ${y}px)`
  frame.style.width = `${w}px`
  frame.style.height = `${h}px`
}

const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  w: Math.abs(a[0] - b[0]),
  h: Math.abs(a[1] - b[1]),
})
