import { mediaIdSchema } from '@vispera/board'
import * as z from 'zod/mini'
import { ApiError } from '../session/api-error.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

const keptSchema = z.object({ id: mediaIdSchema, width: z.int(), height: z.int() })

/** Keeps a picture; answers the id by which notes show it, and its size in pixels. Throws `ApiError`. */
export async function sendImage(
  { api }: WorkshopSession,
  picture: Blob,
): Promise<z.infer<typeof keptSchema>> {
  // A blob brings its type along.
  const answer = await api.fetch('/media', { method: 'POST', body: picture })
  const kept = keptSchema.safeParse(await answer.json().catch(() => null))
  if (!kept.success) throw new ApiError('unreadable')
  return kept.data
}

/** The bytes of a picture. How long they may stay on this device is for the server to say. */
export const fetchImage = async ({ api }: WorkshopSession, id: string): Promise<Blob> =>
  (await api.fetch(`/media/${encodeURIComponent(id)}`, { cache: 'default' })).blob()
