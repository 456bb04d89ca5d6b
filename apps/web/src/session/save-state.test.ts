import type { SyncStatus } from '@vispera/sync/client'
import { expect, it } from 'vitest'
import { type DocumentState, saveStateOf } from './save-state.ts'

const aDocument = (status: Partial<SyncStatus> = {}, rest: Partial<DocumentState> = {}): DocumentState => ({
  status: {
    connection: 'online',
    closed: null,
    synced: true,
    lastChange: 0,
    acknowledgedThrough: 0,
    pending: 0,
    ...status,
  },
  waitingNotes: 0,
  isSlow: false,
  ...rest,
})

it('"saved" is said only while nothing at all is unacknowledged', () => {
  expect(saveStateOf([aDocument(), aDocument()])).toEqual({ state: 'saved', waiting: 0 })
  expect(saveStateOf([aDocument(), aDocument({ pending: 1 }, { waitingNotes: 1 })]).state).toBe('saving')
})

it('what takes long is counted in notes', () => {
  const slow = aDocument({ pending: 9 }, { waitingNotes: 3, isSlow: true })
  expect(saveStateOf([aDocument(), slow])).toEqual({ state: 'waiting', waiting: 3 })
})

it('changes that belong to no note are counted too', () => {
  expect(saveStateOf([aDocument({ pending: 2 }, { isSlow: true })])).toEqual({ state: 'waiting', waiting: 2 })
})

it('one document without a connection is "offline", also with nothing to send', () => {
  expect(saveStateOf([aDocument(), aDocument({ connection: 'offline' })])).toEqual({
    state: 'offline',
    waiting: 0,
  })
})

it('a full disk is said before anything else, and no longer once the server takes changes again', () => {
  const closed = { code: 4507, reason: 'full' }
  const full = aDocument({ connection: 'offline', closed, pending: 1 }, { waitingNotes: 1 })
  expect(saveStateOf([full, aDocument({ connection: 'offline' })])).toEqual({
    state: 'storage-full',
    waiting: 1,
  })
  expect(saveStateOf([aDocument({ closed })]).state).toBe('saved')
})

it('changes that the server will never take are not called waiting', () => {
  const closed = { code: 4403, reason: 'forbidden' }
  expect(
    saveStateOf([aDocument({ connection: 'refused', closed, pending: 2 }, { waitingNotes: 2 })]),
  ).toEqual({
    state: 'refused',
    waiting: 2,
  })
})
