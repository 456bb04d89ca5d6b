import { readAttention, writeLead } from '@vispera/board'
import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import type { Seat } from '../../join/seats.ts'
import { openAttendance } from '../../sockets/attendance.ts'
import type { KnownStage, Stages } from '../../workshops/stages.ts'
import { openLeadWatch } from './lead-watch.ts'

/** Somebody who leads a workshop, a clock that stands still, and those who come and go. */
function aPlace() {
  const doc = new Doc()
  const leadOf = () => readAttention(doc).lead
  const stages = {
    known: () => ({ lead: leadOf() }) as KnownStage,
    write: async (_: string, change: (doc: Doc) => void) => {
      change(doc)
      return null
    },
  } as unknown as Stages
  const waiting = new Set<() => void>()
  const attendance = openAttendance()
  const watch = openLeadWatch(stages, attendance, (ms, callback) => {
    expect(ms).toBe(30_000)
    waiting.add(callback)
    return () => waiting.delete(callback)
  })
  const sit = (participant: string, role: Seat['role'] = 'facilitator') => {
    const leave = attendance.enter({ workshop: 'w', participant, role } as Seat)
    watch.look('w')
    return () => {
      leave()
      watch.look('w')
    }
  }
  const halfAMinutePasses = () => {
    for (const callback of [...waiting]) {
      waiting.delete(callback)
      callback()
    }
  }
  writeLead(doc, { participant: 'rosa', since: 1 })
  return { sit, leader: () => leadOf()?.participant ?? null, halfAMinutePasses, doc }
}

test('who leads and is gone for half a minute leads nobody any more', () => {
  const { sit, leader, halfAMinutePasses } = aPlace()
  const leave = sit('rosa')
  sit('amina', 'participant')
  leave()
  expect(leader()).toBe('rosa')
  halfAMinutePasses()
  expect(leader()).toBeNull()
})

test('who comes back in time leads on, also on another device', () => {
  const { sit, leader, halfAMinutePasses } = aPlace()
  const leave = sit('rosa')
  leave()
  const again = sit('rosa')
  halfAMinutePasses()
  const second = sit('rosa')
  again()
  halfAMinutePasses()
  expect(leader()).toBe('rosa')
  second()
  halfAMinutePasses()
  expect(leader()).toBeNull()
})

test('after the server has restarted, whoever comes first sets the half minute going', () => {
  const { sit, leader, halfAMinutePasses } = aPlace()
  sit('amina', 'participant')
  halfAMinutePasses()
  expect(leader()).toBeNull()
})

test('another who has taken over meanwhile is not released', () => {
  const { sit, leader, halfAMinutePasses, doc } = aPlace()
  const leave = sit('rosa')
  sit('noor', 'host')
  leave()
  writeLead(doc, { participant: 'noor', since: 2 })
  halfAMinutePasses()
  expect(leader()).toBe('noor')
})

test('who has been made a participant leads no more', () => {
  const { sit, leader, halfAMinutePasses } = aPlace()
  sit('rosa', 'participant')
  halfAMinutePasses()
  expect(leader()).toBeNull()
})
