import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  firstView,
  frameAll,
  isOtherRoom,
  leastZoom,
  mostZoom,
  panInto,
  shown,
  toBoard,
  toScreen,
  zoomAt,
  zoomStep,
} from './camera.ts'
import { quantise } from './camera-store.ts'

const size = { w: 1440, h: 780 }
const insets = { top: 14, right: 14, bottom: 80, left: 74 }
const aView = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  zoom: fc.double({ min: leastZoom, max: mostZoom, noNaN: true }),
})
const aPoint = fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 780 }))

describe('camera', () => {
  it('finds the way from screen to board and back', () => {
    fc.assert(
      fc.property(aView, aPoint, (view, point) => {
        const [x, y] = toScreen(view, toBoard(view, point))
        expect(x).toBeCloseTo(point[0], 6)
        expect(y).toBeCloseTo(point[1], 6)
      }),
    )
  })

  it('zooms around the pointer: what is under it stays there', () => {
    fc.assert(
      fc.property(aView, aPoint, fc.double({ min: 0.01, max: 20, noNaN: true }), (view, at, zoom) => {
        const next = zoomAt(view, at, zoom)
        const [ax, ay] = toBoard(view, at)
        const [bx, by] = toBoard(next, at)
        expect(bx).toBeCloseTo(ax, 4)
        expect(by).toBeCloseTo(ay, 4)
        expect(next.zoom).toBeGreaterThanOrEqual(leastZoom)
        expect(next.zoom).toBeLessThanOrEqual(mostZoom)
      }),
    )
  })

  it('shows all of a board between the tools, never larger than life', () => {
    const rect = { x: -300, y: -200, w: 2000, h: 1000 }
    const view = frameAll(rect, size, insets)
    const [left, top] = toScreen(view, [rect.x, rect.y])
    const [right, bottom] = toScreen(view, [rect.x + rect.w, rect.y + rect.h])
    expect(left).toBeGreaterThanOrEqual(insets.left - 0.01)
    expect(top).toBeGreaterThanOrEqual(insets.top - 0.01)
    expect(right).toBeLessThanOrEqual(size.w - insets.right + 0.01)
    expect(bottom).toBeLessThanOrEqual(size.h - insets.bottom + 0.01)
    expect(frameAll({ x: 0, y: 0, w: 10, h: 10 }, size, insets).zoom).toBe(1)
    expect(frameAll({ x: 0, y: 0, w: 30_000, h: 20_000 }, size, insets).zoom).toBeLessThan(leastZoom)
  })

  it('opens a large board readable, at its beginning', () => {
    const home = { x: -279, y: -130, w: 1868, h: 1100 }
    const all = { ...home, w: 20_000, h: 20_000 }
    const view = firstView(all, home, size, insets, 'ltr')
    expect(view.zoom).toBeGreaterThanOrEqual(0.5)
    expect(toScreen(view, [home.x, home.y])[1]).toBeCloseTo(insets.top)
  })

  it('brings a note into sight by the shortest way, and leaves a view alone that shows it', () => {
    const view = { x: 0, y: 0, zoom: 1 }
    expect(panInto(view, { x: 200, y: 200, w: 170, h: 90 }, size, insets)).toBe(view)
    expect(panInto(view, { x: 1400, y: 200, w: 170, h: 90 }, size, insets)).toEqual({
      x: -144,
      y: 0,
      zoom: 1,
    })
    expect(panInto(view, { x: 0, y: 200, w: 170, h: 90 }, size, insets)).toEqual({ x: 74, y: 0, zoom: 1 })
  })

  it('is framed anew for a panel at the side, not for a line more in the composer', () => {
    expect(isOtherRoom(size, { ...size, w: size.w - 432 })).toBe(true)
    expect(isOtherRoom({ ...size, w: size.w - 432 }, size)).toBe(true)
    expect(isOtherRoom(size, { ...size, h: size.h - 24 })).toBe(false)
  })

  it('steps through familiar zooms up and down', () => {
    expect(zoomStep(0.72, 1)).toBe(0.85)
    expect(zoomStep(0.72, -1)).toBe(0.6)
    expect(zoomStep(4, 1)).toBe(4)
    expect(zoomStep(0.1, -1)).toBe(0.1)
  })
})

describe('the part of a board that is kept ready', () => {
  it('always covers what is in view', () => {
    fc.assert(
      fc.property(aView, (view) => {
        const seen = shown(view, size)
        const ready = quantise(view, size, { x: 0, y: 0, w: 0, h: 0 })
        expect(ready.x).toBeLessThanOrEqual(seen.x)
        expect(ready.y).toBeLessThanOrEqual(seen.y)
        expect(ready.x + ready.w).toBeGreaterThanOrEqual(seen.x + seen.w)
        expect(ready.y + ready.h).toBeGreaterThanOrEqual(seen.y + seen.h)
      }),
    )
  })

  it('stays the same object while the eye moves a little', () => {
    const view = { x: 0, y: 0, zoom: 1 }
    const ready = quantise(view, size, { x: 0, y: 0, w: 0, h: 0 })
    expect(quantise({ ...view, x: 60, y: -40 }, size, ready)).toBe(ready)
    expect(quantise({ ...view, x: 3000 }, size, ready)).not.toBe(ready)
  })
})
