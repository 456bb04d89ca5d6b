import { mediaSchema } from '@vispera/board'
import { imagesOnNotes, imagesShownIn } from '../../media/shown-images.ts'
import type { Services } from '../../services.ts'
import { allKept } from '../care/set-aside.ts'
import { draftDocuments, draftsIn } from './drafts-of.ts'

/**
 * The images that a workshop needs: those on its boards, those of drafts and of notes hidden for care. Null when
 * that cannot be said now.
 */
export async function imagesNeededIn(
  services: Services,
  workshop: string,
): Promise<ReadonlySet<string> | null> {
  const shown = await imagesShownIn(services, workshop)
  if (!shown) return null
  try {
    const drafts = await draftsIn(services, await draftDocuments(services, workshop))
    const inDrafts = imagesOnNotes(drafts.map(({ note }) => note))
    return new Set([...shown, ...inDrafts, ...(await imagesHiddenIn(services, workshop))])
  } catch {
    return null
  }
}

/** The images of notes that are hidden for care. */
export async function imagesHiddenIn(
  { store, pepper }: Pick<Services, 'store' | 'pepper'>,
  workshop: string,
): Promise<Set<string>> {
  const kept = await allKept(store, pepper, workshop)
  return imagesOnNotes(kept.map(({ values }) => ({ media: mediaSchema.safeParse(values.media).data })))
}
