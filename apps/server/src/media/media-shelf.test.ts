import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import { bare } from '../testing/pictures.ts'
import { type CleanImage, cleanImage } from './clean-image.ts'
import { mostImageBytes, openMediaShelf } from './media-shelf.ts'

const picture = cleanImage(bare.png) as CleanImage
const dayMs = 24 * 60 * 60 * 1000

function aShelf() {
  let at = 0
  const shelf = openMediaShelf(openMemoryStore(), () => at)
  return {
    ...shelf,
    later: (days: number) => {
      at += days * dayMs
    },
  }
}

test('pictures of one workshop take no more room together than they may, however many come at once', async () => {
  const shelf = aShelf()
  const heavy = { ...picture, bytes: new Uint8Array(mostImageBytes / 4) }
  const kept = await Promise.all(Array.from({ length: 6 }, () => shelf.put('w', heavy)))
  expect(kept.filter((id) => id !== null)).toHaveLength(4)
  expect(await shelf.put('w', picture)).toBeNull()
  expect(await shelf.put('v', picture)).not.toBeNull()
})

test('a picture keeps its id in a copy of its workshop', async () => {
  const shelf = aShelf()
  expect(await shelf.put('w', picture, 'theSamePicture1')).toBe('theSamePicture1')
  await expect(shelf.put('w', picture, 'theSamePicture1')).rejects.toMatchObject({ reason: 'failed' })
  expect(await shelf.get('w', 'theSamePicture1')).toEqual({ type: 'image/png', bytes: bare.png })
})

test('a picture that notes have stopped showing stays a week, for undo and for devices that are away', async () => {
  const shelf = aShelf()
  const id = (await shelf.put('w', picture)) as string
  const shown = async () => new Set([id])
  const nothing = async () => new Set<string>()
  await shelf.sweep(shown)
  await shelf.sweep(nothing)
  shelf.later(6)
  await shelf.sweep(nothing)
  expect(await shelf.has('w', id)).toBe(true)
  await shelf.sweep(shown)
  shelf.later(6)
  await shelf.sweep(nothing)
  expect(await shelf.has('w', id)).toBe(true)
  shelf.later(8)
  await shelf.sweep(nothing)
  expect(await shelf.has('w', id)).toBe(false)
  expect(await shelf.get('w', id)).toBeNull()
})

test('a picture that no board has shown yet may wait in a draft, a month', async () => {
  const shelf = aShelf()
  const id = (await shelf.put('w', picture)) as string
  const nothing = async () => new Set<string>()
  await shelf.sweep(nothing)
  shelf.later(29)
  await shelf.sweep(nothing)
  expect(await shelf.has('w', id)).toBe(true)
  shelf.later(2)
  await shelf.sweep(nothing)
  expect(await shelf.has('w', id)).toBe(false)
})

test('nothing is swept from a workshop that cannot be read', async () => {
  const shelf = aShelf()
  const id = (await shelf.put('w', picture)) as string
  await shelf.sweep(async () => new Set())
  shelf.later(100)
  await shelf.sweep(async () => null)
  expect(await shelf.has('w', id)).toBe(true)
})
