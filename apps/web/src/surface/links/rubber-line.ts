import { center, type Point } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'
import { boardPoint, noteElement } from '../wall-points.ts'

/**
 * Draws a line from a note after the pointer, until it is let go; answers (through `onEnd`) the note under it
 * and where that was. The line is one element outside React.
 */
export function startRubberLine(
  wall: Wall,
  from: string,
  down: PointerEvent,
  onEnd: (over: string | null, at: { x: number; y: number }) => void,
): void {
  const line = wall.viewport()?.querySelector<SVGLineElement>('[data-rubber]')
  const box = wall.arranged().boxes.get(from)
  if (!line || !box) return
  const [x, y] = center(box)
  let lit: HTMLElement | null = null

  const light = (id: string | null) => {
    lit?.removeAttribute('data-link-target')
    lit = id === null ? null : noteElement(wall, id)
    lit?.setAttribute('data-link-target', '')
  }
  const overAt = (point: Point) => {
    const over = wall.index.at(point)
    return over === from ? null : over
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    const point = boardPoint(wall, event)
    line.setAttribute('x1', String(x))
    line.setAttribute('y1', String(y))
    line.setAttribute('x2', String(point[0]))
    line.setAttribute('y2', String(point[1]))
    line.setAttribute('visibility', 'visible')
    light(overAt(point))
  }
  const stop = () => {
    light(null)
    line.setAttribute('visibility', 'hidden')
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onCancel)
    window.removeEventListener('keydown', onKey, true)
  }
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    stop()
    swallowClick()
    onEnd(overAt(boardPoint(wall, event)), { x: event.clientX, y: event.clientY })
  }
  const onCancel = (event: PointerEvent) => event.pointerId === down.pointerId && stop()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    stop()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onCancel)
  window.addEventListener('keydown', onKey, true)
}

/** The click that a browser makes of press and release belongs to the line, not to what lies under its end. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 60)
}
