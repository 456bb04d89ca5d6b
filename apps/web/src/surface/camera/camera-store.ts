import type { Rect } from '../../layouts/shared/geometry.ts'
import { overlaps, sameRect } from '../../layouts/shared/geometry.ts'
import { type Insets, type Size, shown, type View } from './camera.ts'

/**
 * The camera of one surface, outside React. Moving it writes one transform per frame; React hears of it only
 * when the quantised part of the board in view changes.
 */
export interface CameraStore {
  view(): View
  /** Where a glide is going; where it is, when it stands still. Steps that follow each other start from here. */
  goal(): View
  size(): Size
  insets(): Insets
  /** What is in view with some room round it, in big steps; the same object until it changes. */
  cull(): Rect
  /** Zoom in steps of a twentieth, for what depends on it roughly. */
  zoomRung(): number
  /** Moves at once. */
  set(view: View): void
  /** Moves there gently, or at once where motion is unwelcome. */
  glide(view: View): void
  setFrame(size: Size, insets: Insets): void
  /** Wakes when `cull`, `zoomRung` or the frame change. */
  subscribe(listener: () => void): () => void
  /** Wakes on every move, within the frame: write transforms, nothing else. */
  onMove(listener: (view: View) => void): () => void
  close(): void
}

const glideMs = 220

export function createCamera(clock: () => number = () => performance.now()): CameraStore {
  let view: View = { x: 0, y: 0, zoom: 1 }
  let size: Size = { w: 0, h: 0 }
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  let cull: Rect = { x: 0, y: 0, w: 0, h: 0 }
  let rung = 1
  let frame = 0
  let goal: View = view
  const listeners = new Set<() => void>()
  const movers = new Set<(view: View) => void>()

  const settle = () => {
    const next = quantise(view, size, cull)
    const nextRung = Math.max(0.05, Math.round(view.zoom * 20) / 20)
    if (next === cull && nextRung === rung) return
    cull = next
    rung = nextRung
    for (const listener of listeners) listener()
  }
  const move = (next: View) => {
    view = next
    for (const mover of movers) mover(view)
    settle()
  }
  const stop = () => {
    if (frame !== 0) cancelAnimationFrame(frame)
    frame = 0
  }
  return {
    view: () => view,
    goal: () => goal,
    size: () => size,
    insets: () => insets,
    cull: () => cull,
    zoomRung: () => rung,
    set(next) {
      stop()
      goal = next
      move(next)
    },
    glide(next) {
      stop()
      goal = next
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return move(next)
      const from = view
      const began = clock()
      const step = () => {
        const t = Math.min(1, (clock() - began) / glideMs)
        const eased = 1 - (1 - t) ** 3
        const mix = (a: number, b: number) => a + (b - a) * eased
        frame = t < 1 ? requestAnimationFrame(step) : 0
        move(
          t < 1 ? { x: mix(from.x, next.x), y: mix(from.y, next.y), zoom: mix(from.zoom, next.zoom) } : next,
        )
      }
      frame = requestAnimationFrame(step)
    },
    setFrame(nextSize, nextInsets) {
      size = nextSize
      insets = nextInsets
      cull = { ...cull, w: 0 }
      settle()
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onMove(listener) {
      movers.add(listener)
      return () => movers.delete(listener)
    },
    close() {
      stop()
      listeners.clear()
      movers.clear()
    },
  }
}

/**
 * The view grown by about a third on each side and set on a coarse lattice. Kept as it was as long as it
 * covers the view, unless the zoom has made it much too large.
 */
export function quantise(view: View, size: Size, before: Rect): Rect {
  const now = shown(view, size)
  const covers =
    before.w > 0 &&
    before.x <= now.x &&
    before.y <= now.y &&
    before.x + before.w >= now.x + now.w &&
    before.y + before.h >= now.y + now.h
  if (covers && before.w <= now.w * 3 && overlaps(before, now)) return before
  const step = Math.max(64, 2 ** Math.round(Math.log2(Math.max(now.w, now.h) / 6)))
  const x = Math.floor((now.x - now.w * 0.3) / step) * step
  const y = Math.floor((now.y - now.h * 0.3) / step) * step
  const right = Math.ceil((now.x + now.w * 1.3) / step) * step
  const bottom = Math.ceil((now.y + now.h * 1.3) / step) * step
  const next = { x, y, w: right - x, h: bottom - y }
  return sameRect(next, before) ? before : next
}
