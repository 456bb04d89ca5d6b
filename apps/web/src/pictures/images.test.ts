import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from '../session/api-error.ts'
import { openImages } from './images.ts'

/** The page as far as pictures need it. */
let page: EventTarget
beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})
afterEach(() => vi.unstubAllGlobals())

/** Pictures whose first fetches fail with these, in turn. */
function aShelf(...failures: readonly unknown[]) {
  const asked: string[] = []
  const left = [...failures]
  const images = openImages(async (id) => {
    asked.push(id)
    if (left.length > 0) throw left.shift()
    return new Blob(['picture'])
  }, false)
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { images, asked, settled }
}

it('a picture is fetched once, however many notes show it', async () => {
  const { images, asked, settled } = aShelf()
  let woken = 0
  images.subscribe('one', () => woken++)
  images.fetch('one')
  images.fetch('one')
  await settled()
  images.fetch('one')
  expect([images.look('one').state, asked, woken]).toEqual(['there', ['one'], 2])
  expect(images.look('two')).toEqual({ state: 'new' })
})

it('what failed is asked for again when somebody wants it, and when the network is back', async () => {
  const away = new ApiError('unreachable')
  const { images, asked, settled } = aShelf(away, away)
  const stop = images.subscribe('one', () => {})
  images.fetch('one')
  await settled()
  images.fetch('one')
  await settled()
  expect(images.look('one')).toEqual({ state: 'failed' })
  page.dispatchEvent(new Event('online'))
  await settled()
  expect([images.look('one').state, asked.length]).toEqual(['there', 3])
  stop()
})

it('what is gone is not asked for again and again', async () => {
  const { images, asked, settled } = aShelf(new ApiError('not-found'))
  images.subscribe('one', () => {})
  images.fetch('one')
  await settled()
  page.dispatchEvent(new Event('online'))
  images.fetch('one')
  await settled()
  expect([images.look('one').state, asked.length]).toEqual(['gone', 1])
})

it('a picture that this device has sent is not fetched', () => {
  const { images, asked } = aShelf()
  images.keep('one', new Blob(['picture']))
  images.fetch('one')
  expect([images.look('one').state, asked]).toEqual(['there', []])
})
