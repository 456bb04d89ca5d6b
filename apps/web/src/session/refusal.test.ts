import type { SyncStatus } from '@vispera/sync/client'
import { expect, it } from 'vitest'
import { refusalOf } from './refusal.ts'

const closedWith = (code: number, status: Partial<SyncStatus> = {}): SyncStatus => ({
  connection: 'refused',
  closed: { code, reason: '' },
  synced: false,
  lastChange: 0,
  acknowledgedThrough: 0,
  pending: 0,
  ...status,
})

it('each close code that stands for a reason is that reason', () => {
  expect([4401, 4403, 4404, 4410].map((code) => refusalOf(closedWith(code), false))).toEqual([
    'expired',
    'forbidden',
    'unknown',
    'wiped',
  ])
})

it('a board that the server cannot read says so, and one that was read before only waits', () => {
  const closed = { code: 4503, reason: 'this document cannot be read: checksum' }
  expect(refusalOf(closedWith(4503, { connection: 'offline', closed }), false)).toBe('damaged')
  expect(refusalOf(closedWith(4503, { connection: 'offline', closed }), true)).toBe(null)
  expect(refusalOf(closedWith(4503, { connection: 'offline' }), false)).toBe(null)
})

it('back online, nothing is refused', () => {
  expect(refusalOf(closedWith(4401, { connection: 'online' }), false)).toBe(null)
})
