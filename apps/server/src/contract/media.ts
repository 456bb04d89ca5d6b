import { z } from '@hono/zod-openapi'
import { imageTypes } from '@vispera/board'
import { workshopIdSchema } from './common.ts'

export const mediaParams = z.object({
  id: workshopIdSchema,
  media: z.string().max(64).openapi({ description: 'Id of the picture, as notes name it (`media.mediaId`)' }),
})

export const storedMediaSchema = z
  .object({
    id: z.string(),
    type: z.enum(imageTypes),
    width: z.int(),
    height: z.int(),
    size: z.int().openapi({ description: 'Bytes, after everything but the picture itself was taken out' }),
  })
  .openapi('StoredMedia')

const file = { schema: { type: 'string', format: 'binary' } } as const

/** For its types one media type stands for all: whichever it is, the body is bytes. */
export const imageContent = Object.fromEntries(imageTypes.map((type) => [type, file])) as unknown as {
  'image/webp': typeof file
}
