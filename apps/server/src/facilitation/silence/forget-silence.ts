import type { Store } from '@vispera/storage'
import { forgetAllKept } from '../care/set-aside.ts'
import { forgetHandCounts } from '../votes/hand-counts.ts'
import { forgetHearts } from '../votes/heart.ts'
import { forgetCardNames } from './card-names.ts'

/** Forgets what is kept of a workshop's silence beside its documents. */
export async function forgetSilence(store: Store, workshop: string): Promise<void> {
  await forgetCardNames(store, workshop)
  await forgetHandCounts(store, workshop)
  await forgetHearts(store, workshop)
  await forgetAllKept(store, workshop)
}
