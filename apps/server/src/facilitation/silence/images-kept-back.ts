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
    const kept = await allKept(services.store, services.pepper, workshop)
    const media = kept.map(({ values }) => mediaSchema.safeParse(values.media).data)
    const back = imagesOnNotes([...drafts.map(({ note }) => note), ...media.map((one) => ({ media: one }))])
    return new Set([...shown, ...back])
  } catch {
    return null
  }
}
