import { openMemoryBus, openMemoryStore } from '@vispera/storage'
import { describe, expect, test, vi } from 'vitest'
import { openSeats } from './seats.ts'

const amina = { participant: 'p1', role: 'facilitator', alias: 'Amina' } as const

/** Two machines on one store, and a seat that somebody has sockets on at the second. */
async function twoNodes() {
  const [store, bus] = [openMemoryStore(), openMemoryBus()]
  const clock = { at: 1_000_000 }
  const open = () => openSeats(store, new Uint8Array(32).fill(7), () => clock.at, bus.node())
  const [ana, ben] = [open(), open()]
  const { token } = await ana.take('w', amina, 'key')
  const seat = await ben.find('w', token)
  if (!seat) throw new Error('there is no such seat')
  const changed = vi.fn()
  ben.onChange(changed)
  return { bus, clock, ana, ben, token, seat, changed }
}

describe('a seat on another machine', () => {
  test('has the role and the name that it was given there, in the object that sockets hold', async () => {
    const { ana, seat, changed } = await twoNodes()
    await ana.changeRole('w', 'p1', 'observer', null)
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(seat))
    expect(seat.role).toBe('observer')
    await ana.forgetNames('w')
    await vi.waitFor(() => expect(seat.alias).toBe(''))
  })

  test('ends when it is ended there, and being used does not bring it back', async () => {
    const { ana, ben, seat, token, clock, changed } = await twoNodes()
    await ana.end('w', () => true)
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(seat))
    expect(seat.expiresAt).toBe(0)
    clock.at += 60 * 60 * 1000
    await ben.touch(seat)
    expect(await ben.find('w', token)).toBeNull()
  })

  test('is found as it is though nobody heard that it changed', async () => {
    const { bus, ana, ben, seat, token, changed } = await twoNodes()
    bus.setDown(true)
    await ana.changeRole('w', 'p1', 'participant', null)
    expect(seat.role).toBe('facilitator')
    await ben.lookAgain()
    expect(seat.role).toBe('participant')
    await ana.changeRole('w', 'p1', 'observer', null)
    expect((await ben.find('w', token))?.role).toBe('observer')
    expect(changed).toHaveBeenCalledTimes(2)
  })

  test('keeps the role it was given there when it is prolonged here before that was heard', async () => {
    const { bus, ana, ben, seat, token, clock } = await twoNodes()
    bus.setDown(true)
    await ana.changeRole('w', 'p1', 'observer', null)
    clock.at += 60 * 60 * 1000
    await ben.touch(seat)
    expect((await ana.find('w', token))?.role).toBe('observer')
    expect(seat.role).toBe('observer')
  })
})
