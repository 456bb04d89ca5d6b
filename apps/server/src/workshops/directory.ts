import { type Role, roles } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { z } from 'zod'
import { fingerprint, keysBelow, randomKey } from '../join/keys.ts'
import { seal, unseal } from '../join/sealed.ts'

const workshops = 'workshops'
const wiped = 'wiped-workshops'

/** What the server keeps of a workshop beside its documents. No key rests here in the clear. */
const workshopRecordSchema = z.object({
  /** Part of every key's derivation, as is the role's own epoch, which grows when its links are renewed. */
  epoch: z.int(),
  epochs: z.partialRecord(z.enum(roles), z.int()).optional(),
  /** Fingerprint of each role's key. */
  keys: z.record(z.enum(roles), z.string()),
  /** The participant key, sealed under the keys of roles that cannot derive it but show the way in. */
  wayIn: z.partialRecord(z.enum(roles), z.string()),
  /** The current join code: sealed under the pepper, and the name under which it is looked up. */
  code: z.object({ sealed: z.string(), lookup: z.string(), expiresAt: z.number() }).optional(),
})
export type WorkshopRecord = z.infer<typeof workshopRecordSchema>

const inviting: readonly Role[] = ['scribe', 'interpreter', 'safety-keeper', 'screen']

/** Stands in for a workshop that is not there, so that looking takes as long. Opens with nothing. */
export const noWorkshop: WorkshopRecord = newRecord('', randomKey())

/** The record of a new workshop whose host key is `rootKey`. */
export function newRecord(workshop: string, rootKey: string): WorkshopRecord {
  const epoch = 1
  const keys = keysBelow('host', rootKey, workshop, epoch) as Record<Role, string>
  return {
    epoch,
    keys: mapRoles((role) => fingerprint(keys[role])),
    wayIn: Object.fromEntries(inviting.map((role) => [role, seal(keys.participant, keys[role], 'way-in')])),
  }
}

/**
 * The record after somebody with `role`'s `key` has renewed all links below that role: keys of before open
 * nothing, and the code is forgotten.
 */
export function withRenewedLinks(
  workshop: string,
  { code: _code, ...record }: WorkshopRecord,
  role: Role,
  key: string,
): WorkshopRecord {
  const lower = (Object.keys(keysBelow(role, key, workshop, record.epoch)) as Role[]).filter(
    (one) => one !== role,
  )
  const epochOf = (one: Role) => record.epochs?.[one] ?? record.epoch
  const epochs = { ...record.epochs, ...Object.fromEntries(lower.map((one) => [one, epochOf(one) + 1])) }
  const keys = keysBelow(role, key, workshop, record.epoch, epochs)
  const fresh = lower.flatMap((one) => (keys[one] === undefined ? [] : [[one, fingerprint(keys[one])]]))
  const sealed = inviting.flatMap((one) => {
    const holder = keys[one]
    return keys.participant === undefined || holder === undefined
      ? []
      : [[one, seal(keys.participant, holder, 'way-in')]]
  })
  return {
    ...record,
    epochs,
    keys: { ...record.keys, ...Object.fromEntries(fresh) },
    wayIn: { ...record.wayIn, ...Object.fromEntries(sealed) },
  }
}

/** Every key that the holder of `role`'s `key` may hand on, by role. */
export function keysToHandOn(
  workshop: string,
  record: WorkshopRecord,
  role: Role,
  key: string,
): Partial<Record<Role, string>> {
  const below = keysBelow(role, key, workshop, record.epoch, record.epochs)
  // A key made for one person lets another in, but the links derived from it would open nothing.
  const real = Object.entries(below).filter(
    ([one, it]) => one === role || record.keys[one as Role] === fingerprint(it),
  )
  const sealed = record.wayIn[role]
  const participant = sealed === undefined ? null : unseal(sealed, key, 'way-in')
  return { ...(participant === null ? {} : { participant }), ...Object.fromEntries(real) }
}

export interface Directory {
  find(workshop: string): Promise<WorkshopRecord | null>
  save(workshop: string, record: WorkshopRecord): Promise<void>
  /** Changes a workshop's record, one change after another; null, and nothing done, when it is gone. */
  change(
    workshop: string,
    change: (record: WorkshopRecord) => WorkshopRecord | Promise<WorkshopRecord>,
  ): Promise<WorkshopRecord | null>
  /** Forgets the workshop; only that it was deleted stays known, so that devices can forget it too. */
  forget(workshop: string): Promise<void>
  isWiped(workshop: string): Promise<boolean>
}

export function openDirectory(store: Store): Directory {
  const find = async (workshop: string) => {
    const parsed = workshopRecordSchema.safeParse(await store.get(workshops, workshop))
    return parsed.success ? parsed.data : null
  }
  return {
    find,
    // Two changes at once would bring links back that one of them ended.
    change: (workshop, change) =>
      store.exclusively(`directory ${workshop}`, async () => {
        const record = await find(workshop)
        if (!record) return null
        const next = await change(record)
        await store.put(workshops, workshop, next)
        return next
      }),
    save: (workshop, record) => store.put(workshops, workshop, record),
    async forget(workshop) {
      await store.write([
        { kind: 'delete', collection: workshops, key: workshop },
        { kind: 'put', collection: wiped, key: workshop, value: true },
      ])
    },
    isWiped: async (workshop) => (await store.get(wiped, workshop)) === true,
  }
}

function mapRoles<T>(value: (role: Role) => T): Record<Role, T> {
  return Object.fromEntries(roles.map((role) => [role, value(role)])) as Record<Role, T>
}
