import { createHmac, randomInt } from 'node:crypto'
import type { Store } from '@vispera/storage'
import { z } from 'zod'
import type { Directory } from '../workshops/directory.ts'
import { seal, unseal } from './sealed.ts'

/** No letter or digit that is easily taken for another (0 O, 1 I L, 5 S, 2 Z, U V). */
const alphabet = '346789ABCDEFGHJKMNPQRTVWXY'
const codeLength = 6
const codes = 'codes'
const codeLifeMs = 3 * 24 * 60 * 60 * 1000

const codeRecordSchema = z.object({ workshop: z.string(), expiresAt: z.number() })

/**
 * Six characters that somebody can read out. They lead to a workshop for three days after a leader or a
 * screen last showed them. At rest they are an HMAC under a pepper that is not in the database.
 */
export interface Codes {
  /** The workshop's code, made when there is none, its life prolonged. Null when the workshop is gone. */
  show(workshop: string): Promise<string | null>
  /** The workshop that the typed code leads to. */
  find(typed: string): Promise<string | null>
  /** The code that leads to the workshop leads nowhere any more; the next showing makes another. */
  forget(workshop: string): Promise<void>
  /** Drops codes that have expired. */
  sweep(): Promise<void>
}

export function openCodes(store: Store, directory: Directory, pepper: Uint8Array, now: () => number): Codes {
  const lookupOf = (code: string) => createHmac('sha256', pepper).update(code).digest('base64url')

  const claim = async (workshop: string, expiresAt: number): Promise<string> => {
    for (;;) {
      const code = randomCode()
      if (await store.putIfAbsent(codes, lookupOf(code), { workshop, expiresAt })) return code
    }
  }

  return {
    async show(workshop) {
      let shown: string | null = null
      await directory.change(workshop, async (record) => {
        const expiresAt = now() + codeLifeMs
        const current =
          record.code && record.code.expiresAt > now() ? unseal(record.code.sealed, pepper, 'code') : null
        if (record.code && current === null) await store.delete(codes, record.code.lookup)
        const code = current ?? (await claim(workshop, expiresAt))
        const lookup = lookupOf(code)
        if (current !== null) await store.put(codes, lookup, { workshop, expiresAt })
        shown = code
        return { ...record, code: { sealed: seal(code, pepper, 'code'), lookup, expiresAt } }
      })
      return shown
    },
    async find(typed) {
      const found = codeRecordSchema.safeParse(await store.get(codes, lookupOf(asTyped(typed))))
      return found.success && found.data.expiresAt > now() ? found.data.workshop : null
    },
    async forget(workshop) {
      await directory.change(workshop, async ({ code, ...record }) => {
        if (code) await store.delete(codes, code.lookup)
        return record
      })
    },
    async sweep() {
      const all = await store.list(codes)
      const old = all.filter(({ value }) => {
        const code = codeRecordSchema.safeParse(value)
        return !code.success || code.data.expiresAt <= now()
      })
      await store.write(old.map(({ key }) => ({ kind: 'delete', collection: codes, key })))
    },
  }
}

/** What people type: small letters, spaces and dashes are fine. */
const asTyped = (typed: string) => typed.toUpperCase().replace(/[\s\-·.]/g, '')

function randomCode(): string {
  let code = ''
  while (code.length < codeLength) code += alphabet[randomInt(alphabet.length)]
  return code
}
