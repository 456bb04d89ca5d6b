import { roles } from '@vispera/board'
import { expect, test } from 'vitest'
import { keysToHandOn, newRecord } from '../workshops/directory.ts'
import { fingerprint, keysBelow, randomKey } from './keys.ts'

const workshop = 'w'.repeat(24)

test('every role has a key of its own, of 192 bits', () => {
  const keys = keysBelow('host', randomKey(), workshop, 1)
  expect(Object.keys(keys).sort()).toEqual([...roles].sort())
  expect(new Set(Object.values(keys)).size).toBe(roles.length)
  for (const key of Object.values(keys)) expect(Buffer.from(key, 'base64url')).toHaveLength(24)
})

test('a key gives the keys below it and none above it', () => {
  const all = keysBelow('host', randomKey(), workshop, 1)
  const fromParticipant = keysBelow('participant', all.participant ?? '', workshop, 1)
  expect(fromParticipant).toEqual({
    participant: all.participant,
    observer: all.observer,
    screen: all.screen,
  })
})

test('another epoch and another workshop have other keys', () => {
  const root = randomKey()
  const first = keysBelow('host', root, workshop, 1)
  expect(keysBelow('host', root, workshop, 2).participant).not.toBe(first.participant)
  expect(keysBelow('host', root, 'x'.repeat(24), 1).participant).not.toBe(first.participant)
})

test('what rests in the store holds no key', () => {
  const root = randomKey()
  const keys = keysBelow('host', root, workshop, 1)
  const stored = JSON.stringify(newRecord(workshop, root))
  for (const key of Object.values(keys)) expect(stored).not.toContain(key)
})

test('a screen and a scribe show the way in for participants, but a stranger with the record cannot', () => {
  const root = randomKey()
  const keys = keysBelow('host', root, workshop, 1)
  const record = newRecord(workshop, root)
  expect(keysToHandOn(workshop, record, 'screen', keys.screen ?? '')).toEqual({
    participant: keys.participant,
    screen: keys.screen,
  })
  expect(keysToHandOn(workshop, record, 'scribe', keys.scribe ?? '').participant).toBe(keys.participant)
  expect(keysToHandOn(workshop, record, 'screen', randomKey()).participant).toBeUndefined()
})

test('a key made for one person is handed on alone: links derived from it would open nothing', () => {
  const record = newRecord(workshop, randomKey())
  const minted = randomKey()
  expect(keysToHandOn(workshop, record, 'participant', minted)).toEqual({ participant: minted })
})

test('a fingerprint is the same for the same key only', () => {
  const key = randomKey()
  expect(fingerprint(key)).toBe(fingerprint(key))
  expect(fingerprint(key)).not.toBe(fingerprint(randomKey()))
})
