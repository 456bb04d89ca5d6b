import { openMemoryStore } from '@vispera/storage'
import { expect, test } from 'vitest'
import { openSeats } from './seats.ts'

const hour = 60 * 60 * 1000
const amina = { participant: 'p1', role: 'participant', alias: 'Amina' } as const

function someSeats() {
  const store = openMemoryStore()
  const clock = { at: 1_000_000 }
  return { store, clock, seats: openSeats(store, new Uint8Array(32).fill(7), () => clock.at) }
}

test('a seat ends twelve hours after it was last used', async () => {
  const { seats, clock } = someSeats()
  const { token } = await seats.take('w', amina, 'key')
  clock.at += 11 * hour
  expect(await seats.find('w', token)).toMatchObject(amina)
  clock.at += 11 * hour
  expect(await seats.find('w', token)).toMatchObject(amina)
  clock.at += 13 * hour
  expect(await seats.find('w', token)).toBeNull()
})

test('an expired seat still tells its owner who they were', async () => {
  const { seats, clock } = someSeats()
  const { token } = await seats.take('w', amina, 'key')
  clock.at += 24 * hour
  expect(await seats.remember('w', token)).toMatchObject({ participant: 'p1' })
})

test('a token opens nothing in another workshop', async () => {
  const { seats } = someSeats()
  const { token } = await seats.take('w', amina, 'key')
  expect(await seats.find('v', token)).toBeNull()
})

test('all who use one token share one seat, so that a new name is everywhere at once', async () => {
  const { seats } = someSeats()
  const { token } = await seats.take('w', amina, 'key')
  const [one, two] = await Promise.all([seats.find('w', token), seats.find('w', token)])
  expect(one).toBe(two)
  if (one) await seats.rename(one, 'Rosa')
  expect(two?.alias).toBe('Rosa')
})

test('the key behind a seat opens with its token only, and rests nowhere in the clear', async () => {
  const { seats, store } = someSeats()
  const { token, seat } = await seats.take('w', amina, 'the-very-key')
  expect(seats.keyOf(seat, token)).toBe('the-very-key')
  expect(seats.keyOf(seat, 'another token')).toBeNull()
  const stored = JSON.stringify(await store.list('seats'))
  expect(stored).not.toContain('the-very-key')
  expect(stored).not.toContain(token)
})

test('names are forgotten when a workshop becomes protected', async () => {
  const { seats, store } = someSeats()
  const { token } = await seats.take('w', amina, 'key')
  await seats.forgetNames('w')
  expect((await seats.find('w', token))?.alias).toBe('')
  expect(JSON.stringify(await store.list('seats'))).not.toContain('Amina')
})

test('seats that nobody can come back to are swept away', async () => {
  const { seats, store, clock } = someSeats()
  await seats.take('w', amina, 'key')
  clock.at += 40 * 24 * hour
  const { token } = await seats.take('w', amina, 'key')
  await seats.sweep()
  expect(await store.list('seats')).toHaveLength(1)
  expect(await seats.find('w', token)).not.toBeNull()
})
