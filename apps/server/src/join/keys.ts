import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Role, roles } from '@vispera/board'

/** Bytes of a key: 192 bits, 32 letters in a link. */
const keyBytes = 24

/**
 * Whose key each role's key is derived from, one way (HKDF-SHA256, info = role and epoch). Whoever holds a
 * key can be given the links of the roles below it; nobody can climb.
 */
const derivedFrom: Readonly<Record<Role, Role | null>> = {
  host: null,
  facilitator: 'host',
  scribe: 'facilitator',
  interpreter: 'facilitator',
  'safety-keeper': 'facilitator',
  participant: 'facilitator',
  observer: 'participant',
  screen: 'participant',
}

export const randomKey = (): string => randomBytes(keyBytes).toString('base64url')

/** SHA-256 of a key: the only form in which keys and tokens rest. */
export const fingerprint = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Compares two fingerprints in constant time. */
export function isSameFingerprint(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The keys of `role` and of every role below it, from the key of `role`. `epochs`: of roles whose links were renewed. */
export function keysBelow(
  role: Role,
  key: string,
  workshop: string,
  epoch: number,
  epochs: Partial<Record<Role, number>> = {},
): Partial<Record<Role, string>> {
  const keys: Partial<Record<Role, string>> = { [role]: key }
  // `roles` lists every role after the one that it is derived from.
  for (const lower of roles) {
    const parent = derivedFrom[lower]
    const parentKey = parent === null ? undefined : keys[parent]
    if (lower !== role && parentKey !== undefined)
      keys[lower] = deriveKey(parentKey, lower, workshop, epochs[lower] ?? epoch)
  }
  return keys
}

function deriveKey(key: string, role: Role, workshop: string, epoch: number): string {
  return Buffer.from(hkdfSync('sha256', key, workshop, `${role}|${epoch}`, keyBytes)).toString('base64url')
}
