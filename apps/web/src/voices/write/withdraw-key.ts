import { newId } from '@vispera/board'
import { digest } from 'lib0/hash/sha256'

/**
 * A fresh key and its hash (hex SHA-256 of the key's letters). Not by the browser's own cryptography, which is
 * only there on secure addresses: a hotspot without internet has none.
 */
export function newWithdrawKey(): { key: string; hash: string } {
  const key = `${newId()}${newId()}`
  return { key, hash: hashOf(key) }
}

export const hashOf = (key: string): string =>
  [...digest(new TextEncoder().encode(key))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
