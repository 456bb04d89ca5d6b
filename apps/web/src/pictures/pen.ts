import type { Point } from './simplify.ts'

/** Units across and down the pad, whatever its size on screen. */
export const padSize = { width: 800, height: 600 } as const

/**
 * Lets a finger, a pen or a mouse draw on the pad. While a line is being drawn it is written straight into `live`;
 * when the hand is lifted it is handed on. A second finger means something else than drawing: the line is dropped.
 * Answers how to stop.
 */
export function attachPen(
  pad: SVGSVGElement,
  live: SVGPathElement,
  onLine: (points: readonly Point[]) => void,
): () => void {
  let pointer: number | null = null
  let points: Point[] = []

  const drop = () => {
    pointer = null
    points = []
    live.setAttribute('d', '')
  }
  const add = (event: PointerEvent) => {
    const frame = pad.getBoundingClientRect()
    const x = ((event.clientX - frame.left) / frame.width) * padSize.width
    const y = ((event.clientY - frame.top) / frame.height) * padSize.height
    points.push([Math.min(padSize.width, Math.max(0, x)), Math.min(padSize.height, Math.max(0, y))])
  }
  const show = () => {
    const [first, ...rest] = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    live.setAttribute(
      'd',
      first === undefined ? '' : `M${first}${rest.length === 0 ? 'h.01' : `L${rest.join('L')}`}`,
    )
  }

  const onDown = (event: PointerEvent) => {
    if (pointer !== null) return drop()
    if (!event.isPrimary || event.button !== 0) return
    event.preventDefault()
    pointer = event.pointerId
    // Where it cannot be held, the line ends at the edge.
    if (event.isTrusted) pad.setPointerCapture(pointer)
    add(event)
    show()
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    const between = event.getCoalescedEvents?.() ?? []
    for (const one of between.length > 0 ? between : [event]) add(one)
    show()
  }
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    const line = points
    drop()
    onLine(line)
  }
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === pointer) drop()
  }

  pad.addEventListener('pointerdown', onDown)
  pad.addEventListener('pointermove', onMove)
  pad.addEventListener('pointerup', onUp)
  pad.addEventListener('pointercancel', onCancel)
  return () => {
    pad.removeEventListener('pointerdown', onDown)
    pad.removeEventListener('pointermove', onMove)
    pad.removeEventListener('pointerup', onUp)
    pad.removeEventListener('pointercancel', onCancel)
  }
}
