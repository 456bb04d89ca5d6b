import { expect, it } from 'vitest'
import { hashOf, newWithdrawKey } from './withdraw-key.ts'

const sha256 = async (text: string) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

it('the hash on a note is the SHA-256 of its key, as the server computes it', async () => {
  const { key, hash } = newWithdrawKey()
  expect(hash).toBe(await sha256(key))
  expect(hashOf('víspera')).toBe(await sha256('víspera'))
})

it('no two notes have the same key', () => {
  const keys = Array.from({ length: 50 }, () => newWithdrawKey().key)
  expect(new Set(keys).size).toBe(50)
})
