import type { Store } from '@vispera/storage'
import * as Y from 'yjs'
import { emptyUpdate } from './frames.ts'
import type { HeldDocument } from './held-document.ts'
import type { Opening } from './opening.ts'

/** Merging more than this costs more than the difference to a state vector. */
const mostMissed = 500

/** What was committed after number `after`, as one; `null` when memory does not reach back that far. */
export function missedSince(document: HeldDocument, after: number): Uint8Array | null {
  const count = document.seq() - after
  if (count < 0 || count > Math.min(mostMissed, document.tailLength())) return null
  const missed = document.tailAfter(after)
  return missed.length === 0 ? emptyUpdate : Y.mergeUpdates(missed)
}

/** Whether a client's copy belongs to another history of the document than the one that is stored. */
export async function isStale(
  { generation, reached }: Opening,
  name: string,
  held: { readonly document: HeldDocument; readonly generation: number },
  store: Store,
): Promise<boolean> {
  if (generation !== 0 && generation !== held.generation) return true
  if (reached === null || reached <= held.document.seq()) return false
  // Another machine may be ahead of this one; a number that nobody ever reached is of a document that is gone.
  const stored = await store.load(name).catch(() => null)
  return stored !== null && stored.seq < reached
}
