import { expect, it } from 'vitest'
import { keepKeys, ownKeys } from './own-keys.ts'
import { readStored } from './stored.ts'

it('keys to my own notes are found again on this device, and only for their workshop', () => {
  keepKeys('market', new Map([['hash-1', 'key-1']]), { inMemory: false })
  keepKeys('market', new Map([['hash-2', 'key-2']]), { inMemory: false })
  expect([...ownKeys('market')]).toEqual([
    ['hash-1', 'key-1'],
    ['hash-2', 'key-2'],
  ])
  expect(JSON.parse(readStored('keys.market') ?? '{}')).toEqual({ 'hash-1': 'key-1', 'hash-2': 'key-2' })
  expect(ownKeys('another').size).toBe(0)
})

it('in a protected workshop they are used while the page is open, and stored nowhere', () => {
  keepKeys('shelter', new Map([['hash', 'key']]), { inMemory: true })
  expect(ownKeys('shelter').get('hash')).toBe('key')
  expect(readStored('keys.shelter')).toBeNull()
})

it('a workshop that becomes protected takes back what was stored', () => {
  keepKeys('clinic', new Map([['hash-1', 'key-1']]), { inMemory: false })
  keepKeys('clinic', new Map([['hash-2', 'key-2']]), { inMemory: true })
  expect(ownKeys('clinic').size).toBe(2)
  expect(readStored('keys.clinic')).toBeNull()
})
