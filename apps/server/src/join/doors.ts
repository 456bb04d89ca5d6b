import { type Role, roles } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { z } from 'zod'
import { type Directory, noWorkshop, type WorkshopRecord } from '../workshops/directory.ts'
import { fingerprint, isSameFingerprint, randomKey } from './keys.ts'

/** A key made for one person who typed a code; it opens the workshop until it expires. */
const mintedKeySchema = z.object({ role: z.enum(roles), expiresAt: z.number() })
const mintedKeys = 'minted-keys'
const mintedKeyLifeMs = 30 * 24 * 60 * 60 * 1000

export interface Opened {
  readonly role: Role
  readonly record: WorkshopRecord
}

/** The door of every workshop: which role does this key let in? */
export interface Doors {
  /**
   * Null for an unknown workshop and for a wrong, expired or foreign key alike. All of them take the same
   * steps, so that the time does not tell them apart either.
   */
  open(workshop: string, key: string): Promise<Opened | null>
  /** A fresh participant key; only its fingerprint is kept. */
  mint(workshop: string): Promise<string>
  forget(workshop: string): Promise<void>
  /** Drops keys that have expired. */
  sweep(): Promise<void>
}

export function openDoors(store: Store, directory: Directory, now: () => number): Doors {
  return {
    async open(workshop, key) {
      const presented = fingerprint(key)
      const [found, minted] = await Promise.all([
        directory.find(workshop),
        store.get(mintedKeys, `${workshop}/${presented}`),
      ])
      const record = found ?? noWorkshop
      let role: Role | null = null
      for (const one of roles) if (isSameFingerprint(record.keys[one], presented)) role = one
      const mintedKey = mintedKeySchema.safeParse(minted)
      if (role === null && mintedKey.success && mintedKey.data.expiresAt > now()) role = mintedKey.data.role
      return found && role ? { role, record: found } : null
    },
    async mint(workshop) {
      const key = randomKey()
      const value = { role: 'participant', expiresAt: now() + mintedKeyLifeMs }
      await store.put(mintedKeys, `${workshop}/${fingerprint(key)}`, value)
      return key
    },
    async forget(workshop) {
      const minted = await store.list(mintedKeys, `${workshop}/`)
      await store.write(minted.map(({ key }) => ({ kind: 'delete', collection: mintedKeys, key })))
    },
    async sweep() {
      const minted = await store.list(mintedKeys)
      const old = minted.filter(({ value }) => {
        const key = mintedKeySchema.safeParse(value)
        return !key.success || key.data.expiresAt <= now()
      })
      await store.write(old.map(({ key }) => ({ kind: 'delete', collection: mintedKeys, key })))
    },
  }
}
