import { ApiError } from '../contract/errors.ts'
import type { Services } from '../services.ts'
import type { ParsedNotes } from './new-notes.ts'
import { requireStage } from './stages.ts'

/** Refuses notes that show a picture which is not kept here, or show anything in a protected workshop. */
export async function requireMedia(services: Services, id: string, { parsed }: ParsedNotes): Promise<void> {
  const shown = parsed.flatMap(({ note }, index) => (note.media ? [{ index, media: note.media }] : []))
  if (shown.length === 0) return
  await refuseWhereProtected(services, id)
  for (const { index, media } of shown) {
    if (media.kind === 'image' && !(await services.media.has(id, media.mediaId))) {
      throw new ApiError(
        'invalid',
        `notes[${index}].media: There is no such picture in this workshop. Nothing was added.`,
      )
    }
  }
}

/** Drawings and pictures can tell who was where: a protected workshop has none. */
export async function refuseWhereProtected({ stages }: Services, id: string): Promise<void> {
  const { safety } = (await requireStage(stages, id)).workshop
  if (safety === 'protected') {
    throw new ApiError('forbidden', 'In a protected workshop drawings and pictures are off.')
  }
}
