import { openMemoryStore, type Store } from '@vispera/storage'
import { expect, test, vi } from 'vitest'
import { openLog } from '../logging.ts'
import { tellDamage } from './tell-damage.ts'

test('damage is told once for each time that more is found, and never by name', () => {
  vi.useFakeTimers()
  const damage: string[] = []
  const store: Store = {
    ...openMemoryStore(),
    health: () => ({ writable: true, problem: null, damage }),
  }
  const lines: string[] = []
  const stop = tellDamage(store, openLog('info', { write: (line) => void lines.push(line) }))
  const counts = () => lines.map((line) => (JSON.parse(line) as { damaged: number }).damaged)
  expect(counts()).toEqual([])
  damage.push('document w/board/b: update 4 is damaged')
  vi.advanceTimersByTime(60_000)
  damage.push('record seats/w/b: is damaged')
  vi.advanceTimersByTime(60_000)
  stop()
  vi.useRealTimers()
  expect(counts()).toEqual([1, 2])
  expect(lines.join()).not.toContain('w/b')
})
