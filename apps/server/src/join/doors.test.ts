import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import { newRecord, openDirectory } from '../workshops/directory.ts'
import { openDoors } from './doors.ts'
import { keysBelow, randomKey } from './keys.ts'

const month = 30 * 24 * 60 * 60 * 1000

async function aDoor() {
  const store = openMemoryStore()
  const directory = openDirectory(store)
  const root = randomKey()
  await directory.save('w', newRecord('w', root))
  const clock = { at: 1_000_000 }
  return {
    store,
    clock,
    keys: keysBelow('host', root, 'w', 1),
    doors: openDoors(store, directory, () => clock.at),
  }
}

test('a key opens with its own role', async () => {
  const { doors, keys } = await aDoor()
  for (const [role, key] of Object.entries(keys)) expect((await doors.open('w', key))?.role).toBe(role)
})

test('a key made for one person opens for a month, as participant, here only', async () => {
  const { doors, clock, store } = await aDoor()
  const key = await doors.mint('w')
  expect((await doors.open('w', key))?.role).toBe('participant')
  expect(await doors.open('v', key)).toBeNull()
  expect(JSON.stringify(await store.list('minted-keys'))).not.toContain(key)
  clock.at += month
  expect(await doors.open('w', key)).toBeNull()
  await doors.sweep()
  expect(await store.list('minted-keys')).toEqual([])
})

test('a key of a workshop that is gone opens nothing', async () => {
  const { doors, keys } = await aDoor()
  expect(await doors.open('unknown', keys.host ?? '')).toBeNull()
  expect(await doors.open('w', '')).toBeNull()
})
