import { openMemoryStore, openNoBus, StorageError, type Store } from '@vispera/storage'
import { describe, expect, test, vi } from 'vitest'
import { watchStore } from '../metrics/watch-store.ts'
import { type Disk, spaceOf } from './disk.ts'
import { openHealth } from './open-health.ts'

const roomy: Disk = { space: async () => spaceOf(50e9, 100e9) }

/** A store on a disk that can be filled and emptied. */
function aStoreOn(disk: { isFull: boolean }): Store {
  const store = openMemoryStore()
  let problem: StorageError | null = null
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    problem = disk.isFull ? new StorageError('full', 'storage is full') : null
    if (problem) throw problem
    return work()
  }
  return {
    ...store,
    put: (...given) => write(() => store.put(...given)),
    append: (batch) => write(() => store.append(batch)),
    health: () => ({ writable: problem === null, problem, damage: [] }),
  }
}

describe('health', () => {
  test('is ok on an empty machine', async () => {
    const { store, watch } = watchStore(openMemoryStore(), () => 7)
    expect(await openHealth(store, watch, openNoBus(), roomy).report()).toEqual({
      status: 'ok',
      concerns: [],
      storage: { writable: true, damaged: 0 },
      disk: { freePercent: 50, low: false },
    })
  })

  test('fails while nothing can be saved, and finds out by itself that it works again', async () => {
    const disk = { isFull: true }
    const { store, watch } = watchStore(aStoreOn(disk), () => 7)
    const health = openHealth(store, watch, openNoBus(), roomy)
    await expect(store.append({ updates: [] })).rejects.toThrow('full')
    const failing = { status: 'failing', storage: { writable: false, problem: 'full' } }
    expect(await health.report()).toMatchObject(failing)
    expect(await health.report()).toMatchObject(failing)
    disk.isFull = false
    await vi.waitFor(async () => expect((await health.report()).status).toBe('ok'), { timeout: 10_000 })
    expect((await health.report()).storage).toEqual({
      writable: true,
      damaged: 0,
      lastFailure: { at: 7, reason: 'full' },
    })
  })

  test('is degraded, not failing, with damage, with little space and without the other machines', async () => {
    const { store, watch } = watchStore(openMemoryStore(), () => 7)
    const damaged: Store = {
      ...store,
      health: () => ({ writable: true, problem: null, damage: ['document w/board/b: update 4 is damaged'] }),
    }
    const bus = { ...openNoBus(), isShared: true, health: () => ({ connected: false, problem: 'no answer' }) }
    const report = await openHealth(damaged, watch, bus, { space: async () => spaceOf(5e8, 100e9) }).report()
    expect(report).toEqual({
      status: 'degraded',
      concerns: ['disk-low', 'damage', 'bus-down'],
      storage: { writable: true, damaged: 1 },
      disk: { freePercent: 0, low: true },
      bus: { connected: false },
    })
    expect(JSON.stringify(report)).not.toContain('board')
  })

  test('calls a small disk low by its share and a large one by what is left', () => {
    expect(spaceOf(3e8, 2e9).isLow).toBe(false)
    expect(spaceOf(1e8, 2e9).isLow).toBe(true)
    expect(spaceOf(2e9, 1e12).isLow).toBe(false)
    expect(spaceOf(9e8, 1e12).isLow).toBe(true)
  })
})
