import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '@vispera/storage'

const collection = 'card-names'

/** Names drafts for the board: the same draft gets the same name, and nobody can go back from one to the other. */
export type CardNames = (document: string, draft: string) => string

/**
 * The names of the reveal that is under way. They follow from a key that rests here until everything it named is
 * out of the drafts: after a crash in the middle nothing is lost or doubled. Then the key is forgotten, and not
 * even this server could say any more which draft a note was.
 */
export async function openCardNames(store: Store, pepper: Uint8Array, workshop: string): Promise<CardNames> {
  await store.putIfAbsent(collection, workshop, randomBytes(32).toString('base64url'))
  const key = createHmac('sha256', pepper)
    .update(String(await store.get(collection, workshop)))
    .digest()
  return (document, draft) =>
    createHmac('sha256', key).update(`${document}\n${draft}`).digest('base64url').slice(0, 22)
}

export const forgetCardNames = (store: Store, workshop: string): Promise<void> =>
  store.delete(collection, workshop)
