import type { Point } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'
import { noteAtEvent, viewportPoint } from '../wall-points.ts'
import { zoomAt } from './camera.ts'

export interface GestureRules {
  /** The hand tool, or space held down. */
  isHand(): boolean
  /** Lets go of whatever is being dragged: a second finger means zooming. */
  cancelDrag(): void
  /** A pinch or a pan began: what was about to be a tap is none. */
  onBegin(): void
}

/** A finger may tremble this far before it counts as moving, in pixels. */
const tremble = 8
/** Wheel steps to zoom: one notch of a mouse wheel is about 100. */
const wheelZoom = 0.0025
/** Touchpads send a pinch as small wheel steps with Control. */
const pinchZoom = 0.01

/** Wheel, touchpad, fingers, middle button and hand tool move the camera. Answers how to let go. */
export function attachGestures(element: HTMLElement, wall: Wall, rules: GestureRules): () => void {
  const { camera, hand } = wall
  const fingers = new Map<number, Point>()
  let pan: { id: number; at: Point; isMoving: boolean } | null = null
  let pinch: { distance: number; middle: Point } | null = null
  let startZoom = 1

  const onWheel = (event: WheelEvent) => {
    // Whatever scrolls by itself on the wall (a long text being written) keeps its wheel.
    if (
      !(event.ctrlKey || event.metaKey) &&
      event.target instanceof HTMLTextAreaElement &&
      canScroll(event.target)
    )
      return
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const view = camera.view()
    if (event.ctrlKey || event.metaKey) {
      const isPinch = event.ctrlKey && Math.abs(event.deltaY) < 50 && !Number.isInteger(event.deltaY)
      const factor = Math.exp(-event.deltaY * unit * (isPinch ? pinchZoom : wheelZoom))
      camera.set(zoomAt(view, viewportPoint(wall, event), view.zoom * factor))
      return
    }
    const sideways = event.shiftKey && event.deltaX === 0
    const dx = (sideways ? event.deltaY : event.deltaX) * unit
    const dy = (sideways ? 0 : event.deltaY) * unit
    camera.set({ ...view, x: view.x - dx, y: view.y - dy })
  }

  const onDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('textarea, input')) return
    const at = viewportPoint(wall, event)
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, at)
      if (fingers.size === 2) beginPinch()
      else if (fingers.size === 1) pan = { id: event.pointerId, at, isMoving: false }
      return
    }
    if (event.button === 1 || (event.button === 0 && rules.isHand())) {
      event.preventDefault()
      pan = { id: event.pointerId, at, isMoving: true }
      element.setPointerCapture(event.pointerId)
      element.dataset.panning = 'true'
      rules.onBegin()
    }
  }

  const beginPinch = () => {
    rules.cancelDrag()
    rules.onBegin()
    pan = null
    pinch = spread([...fingers.values()])
  }

  const onMove = (event: PointerEvent) => {
    const at = viewportPoint(wall, event)
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, at)
    if (pinch && fingers.size >= 2) {
      const next = spread([...fingers.values()])
      const view = camera.view()
      const zoomed = zoomAt(view, next.middle, (view.zoom * next.distance) / pinch.distance)
      camera.set({
        ...zoomed,
        x: zoomed.x + next.middle[0] - pinch.middle[0],
        y: zoomed.y + next.middle[1] - pinch.middle[1],
      })
      pinch = next
      return
    }
    if (!pan || pan.id !== event.pointerId || hand.held()) return
    if (!pan.isMoving) {
      if (Math.hypot(at[0] - pan.at[0], at[1] - pan.at[1]) < tremble) return
      pan.isMoving = true
      rules.onBegin()
    }
    const view = camera.view()
    camera.set({ ...view, x: view.x + at[0] - pan.at[0], y: view.y + at[1] - pan.at[1] })
    pan.at = at
  }

  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    if (fingers.size < 2) pinch = null
    if (pan?.id === event.pointerId) {
      pan = null
      delete element.dataset.panning
    }
  }

  // Safari sends pinches of the touchpad as events of its own.
  const onGestureStart = (event: Event) => {
    event.preventDefault()
    startZoom = camera.view().zoom
  }
  const onGestureChange = (event: Event) => {
    event.preventDefault()
    const { scale, clientX, clientY } = event as Event & { scale: number; clientX: number; clientY: number }
    camera.set(zoomAt(camera.view(), viewportPoint(wall, { clientX, clientY }), startZoom * scale))
  }

  element.addEventListener('wheel', onWheel, { passive: false })
  element.addEventListener('pointerdown', onDown)
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onUp)
  element.addEventListener('gesturestart', onGestureStart)
  element.addEventListener('gesturechange', onGestureChange)
  return () => {
    element.removeEventListener('wheel', onWheel)
    element.removeEventListener('pointerdown', onDown)
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onUp)
    element.removeEventListener('gesturestart', onGestureStart)
    element.removeEventListener('gesturechange', onGestureChange)
  }
}

function spread(points: readonly Point[]): { distance: number; middle: Point } {
  const [a = [0, 0], b = [0, 0]] = points
  return {
    distance: Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])),
    middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
  }
}

const canScroll = (area: HTMLTextAreaElement) => area.scrollHeight > area.clientHeight + 1

/** Whether an event lies on free ground. */
export const isOnGround = (wall: Wall, event: PointerEvent | MouseEvent): boolean => {
  const { target } = event
  if (target instanceof Element && target.closest('button, a, input, textarea, [role="menu"]')) return false
  return noteAtEvent(wall, event) === null
}
