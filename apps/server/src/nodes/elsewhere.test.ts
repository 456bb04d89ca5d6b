import { openMemoryBus } from '@vispera/storage'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Seat } from '../join/seats.ts'
import { openAttendance } from '../sockets/attendance.ts'

const seat = (participant: string, role: Seat['role'] = 'participant') =>
  ({ workshop: 'w', participant, role }) as Seat
const everybody = () => true

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function twoNodes() {
  const bus = openMemoryBus()
  const open = () => openAttendance(bus.node(), Date.now)
  const [ana, ben] = [open(), open()]
  const soon = () => vi.advanceTimersByTimeAsync(300)
  await soon()
  return { bus, ana, ben, open, soon }
}

describe('who is connected', () => {
  test('is known on every machine, each person once, and no more once they have left', async () => {
    const { ana, ben, soon } = await twoNodes()
    const leave = ana.enter(seat('rosa'))
    ana.enter(seat('amir', 'observer'))
    ben.enter(seat('rosa'))
    await soon()
    for (const node of [ana, ben]) expect(node.count('w')).toEqual({ here: 1, observers: 1 })
    leave()
    await soon()
    expect(ben.present('w', everybody)).toEqual(['rosa', 'amir'])
    expect(ana.present('w', (role) => role === 'participant')).toEqual(['rosa'])
  })

  test('is told to a machine that comes later', async () => {
    const { ana, open, soon } = await twoNodes()
    ana.enter(seat('rosa'))
    await soon()
    const late = open()
    await soon()
    expect(late.present('w', everybody)).toEqual(['rosa'])
  })

  test('is forgotten of a machine that says nothing any more, unless nothing can be heard at all', async () => {
    const { bus, ana, ben, soon } = await twoNodes()
    ana.enter(seat('rosa'))
    await soon()
    bus.setDown(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ben.present('w', everybody)).toEqual(['rosa'])
    bus.setDown(false)
    await soon()
    expect(ben.present('w', everybody)).toEqual(['rosa'])
    const changed = vi.fn()
    ben.onElsewhere(changed)
    ana.close()
    await soon()
    expect(ben.present('w', everybody)).toEqual([])
    expect(changed).toHaveBeenCalledWith('w')
  })

  test('says which one machine does what one does for all: one that has people there', async () => {
    const { ana, ben, soon } = await twoNodes()
    expect([ana.isOurs('w'), ben.isOurs('w')]).toEqual([true, true])
    const leave = ana.enter(seat('rosa'))
    await soon()
    expect([ana.isOurs('w'), ben.isOurs('w')]).toEqual([true, false])
    ben.enter(seat('amir'))
    await soon()
    expect([ana.isOurs('w'), ben.isOurs('w')].filter(Boolean)).toHaveLength(1)
    leave()
    await soon()
    expect([ana.isOurs('w'), ben.isOurs('w')]).toEqual([false, true])
  })
})
