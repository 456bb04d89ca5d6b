import { inStretches } from '../../later/in-stretches.ts'
import type { Size, View } from '../camera/camera.ts'
import type { CameraStore } from '../camera/camera-store.ts'
import { type FarPainting, paintFar } from './paint-far.ts'

/** What is to be painted, wherever the camera stands by then. */
export type Motif = Omit<FarPainting, 'element' | 'view' | 'size' | 'overscan'>

/** Painted past the edges of the view, as parts of its size, so that panning only moves the canvas. */
const overscan = 0.2
/** Once the zoom has changed by this much, the painting is drawn afresh at once; */
const staleZoom = 1.6
/** else when the hand has rested for a moment: until then it is stretched. */
const restMs = 90

/**
 * Paints a few milliseconds at a time, on the one of two canvases that is out of sight; what was painted before stays
 * until then, and moves with the camera. `onPainted` whenever a painting has come into sight.
 */
export function createFarPainter(
  canvases: readonly [HTMLCanvasElement, HTMLCanvasElement],
  camera: CameraStore,
  onPainted: () => void,
) {
  let [shown, spare] = canvases
  let motif: (() => Motif) | null = null
  let painted: { readonly view: View; readonly size: Size } | null = null
  let isPainting = false
  let isStale = false
  let isOver = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const paint = async () => {
    clearTimeout(waiting)
    waiting = undefined
    if (!motif) return
    isStale = true
    if (isPainting) return
    isPainting = true
    while (isStale && !isOver) {
      isStale = false
      const next = { view: camera.view(), size: camera.size() }
      if (motif && next.size.w > 0) {
        const steps = paintFar({ ...motif(), ...next, element: spare, overscan })
        await inStretches(steps, () => {})
        if (!isOver) show(next)
      }
    }
    isPainting = false
  }
  const show = (next: NonNullable<typeof painted>) => {
    painted = next
    ;[shown, spare] = [spare, shown]
    shown.hidden = false
    spare.hidden = true
    place()
    onPainted()
  }
  const place = () => {
    if (!painted) return
    const { view: before, size } = painted
    const view = camera.view()
    const scale = view.zoom / before.zoom
    const x = view.x - before.x * scale - size.w * overscan * scale
    const y = view.y - before.y * scale - size.h * overscan * scale
    shown.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
    const reach = (1 + 2 * overscan) * scale
    const isOut = x > 0 || y > 0 || x + size.w * reach < size.w || y + size.h * reach < size.h
    if (isOut || scale > staleZoom || scale < 1 / staleZoom) void paint()
    else if (scale !== 1) {
      clearTimeout(waiting)
      waiting = setTimeout(paint, restMs)
    }
  }
  const stop = camera.onMove(place)
  return {
    /** Paints this from now on, as it is when the painting begins; null to leave what is painted as it is. */
    paint(next: (() => Motif) | null) {
      motif = next
      if (next) void paint()
    },
    close() {
      isOver = true
      stop()
      clearTimeout(waiting)
    },
  }
}
