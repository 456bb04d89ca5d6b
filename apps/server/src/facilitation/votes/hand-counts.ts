import type { HandCount } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { z } from 'zod'

const collection = 'hand-counts'
const schema = z.object({
  voices: z.int(),
  totals: z.record(z.string(), z.int()),
})
const keyOf = (workshop: string, vote: string, device = '') => `${workshop}/${vote}/${device}`

/** What was entered for a room at one device; entering again replaces it. Nobody sees it before the vote closes. */
export const keepHandCount = (
  store: Store,
  workshop: string,
  vote: string,
  device: string,
  count: HandCount,
): Promise<void> => store.put(collection, keyOf(workshop, vote, device), count)

export async function handCounts(store: Store, workshop: string, vote: string): Promise<HandCount[]> {
  const rows = await store.list(collection, keyOf(workshop, vote))
  return rows.flatMap(({ value }) => schema.safeParse(value).data ?? [])
}

export async function forgetHandCounts(store: Store, workshop: string, vote?: string): Promise<void> {
  const rows = await store.list(collection, vote === undefined ? `${workshop}/` : keyOf(workshop, vote))
  await store.write(rows.map(({ key }) => ({ kind: 'delete', collection, key })))
}
