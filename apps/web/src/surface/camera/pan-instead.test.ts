import type { UIEvent } from 'react'
import { expect, test } from 'vitest'
import { createCamera } from './camera-store.ts'
import { panInstead } from './pan-instead.ts'

test('what takes the focus out of sight is brought there by the camera, and the wall itself stays unscrolled', () => {
  const camera = createCamera()
  camera.set({ x: 10, y: 20, zoom: 0.5 })
  const viewport = {
    scrollLeft: 252,
    scrollTop: 40,
    scrollTo(left: number, top: number) {
      this.scrollLeft = left
      this.scrollTop = top
    },
  }
  const scrolled = { currentTarget: viewport, target: viewport } as unknown as UIEvent<HTMLElement>
  panInstead(camera)(scrolled)
  panInstead(camera)(scrolled)
  expect(camera.view()).toEqual({ x: -242, y: -20, zoom: 0.5 })
  expect([viewport.scrollLeft, viewport.scrollTop]).toEqual([0, 0])
})
