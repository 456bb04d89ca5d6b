import { createRoute } from '@hono/zod-openapi'
import type { Note, Role } from '@vispera/board'
import { json, security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofSeated } from '../contract/errors.ts'
import { imageContent, mediaParams, storedMediaSchema } from '../contract/media.ts'
import { imagesHiddenIn } from '../facilitation/silence/images-kept-back.ts'
import { imageUpTo, limited, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import type { Api } from '../http/server-env.ts'
import { cleanImage, type ImageRefusal } from '../media/clean-image.ts'
import { imagesShownIn } from '../media/shown-images.ts'
import { may } from '../permissions.ts'
import type { Services } from '../services.ts'
import { refuseWhereProtected } from '../workshops/require-media.ts'
import { requireStage } from '../workshops/stages.ts'

/** Pictures that notes show. Never in a protected workshop: they can tell who was where. */
export function mediaRoutes(app: Api, services: Services): void {
  addRoute(app, services)
  readRoute(app, services)
}

function addRoute(app: Api, services: Services): void {
  const add = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/media',
    tags: ['media'],
    summary: 'Keep a picture, to be named by a note; everything but the picture itself is taken out of it',
    description: 'JPEG, PNG or WebP, told by its own bytes. A note then names it in `media.mediaId`.',
    security,
    middleware: [seated(services, 'add-media'), limited(services, 'media'), imageUpTo(bodyLimits.image)],
    request: { params: workshopParams, body: { required: true, content: imageContent } },
    responses: {
      201: json(storedMediaSchema, 'Kept'),
      ...errorResponses(
        ...ofSeated,
        'bad-request',
        'too-large',
        'not-a-picture',
        'invalid',
        'slow-down',
        'full',
      ),
    },
  })
  app.openapi(add, async (c) => {
    const { id } = c.req.valid('param')
    await refuseWhereProtected(services, id)
    const image = cleanImage(new Uint8Array(await c.req.arrayBuffer()))
    if (typeof image === 'string') throw refused(image)
    const kept = await services.media.put(id, image)
    if (kept === null) {
      throw new ApiError('full', 'This workshop holds as many pictures as it can. Nothing was kept.')
    }
    // It may have been deleted while the picture was on its way to the disk.
    if (await services.directory.isWiped(id)) await services.media.forget(id)
    const { type, width, height, bytes } = image
    return c.json({ id: kept, type, width, height, size: bytes.length }, 201)
  })
}

function readRoute(app: Api, services: Services): void {
  const read = createRoute({
    method: 'get',
    path: '/api/workshops/{id}/media/{media}',
    tags: ['media'],
    summary: 'A picture',
    security,
    middleware: seated(services, 'read-media'),
    request: { params: mediaParams },
    responses: {
      200: { description: 'Its bytes', content: imageContent },
      ...errorResponses(...ofSeated, 'not-found'),
    },
  })
  app.openapi(read, async (c) => {
    const { id, media } = c.req.valid('param')
    await refuseWhereProtected(services, id)
    const { safety } = (await requireStage(services.stages, id)).workshop
    const image = await services.media.get(id, media)
    const { role } = c.get('seat')
    const isHidden = !may(role, 'read-hidden-notes')
    const isClosed = isHidden
      ? !(await imagesShownIn(services, id, isOpenTo(role)))?.has(media)
      : await isHeldBack(services, id, media)
    if (!image || isClosed) {
      throw new ApiError('not-found', 'There is no such picture in this workshop.')
    }
    return c.body(new Uint8Array(image.bytes), 200, {
      'Content-Type': image.type,
      'Content-Disposition': `attachment; filename="picture.${image.type.replace('image/', '')}"`,
      // Opened by itself it is a picture and nothing else: no script, no frame, no address that it could call.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      // Only where a copy on the device is in order, and never for whoever comes to it next.
      'Cache-Control': safety === 'open' ? 'private, max-age=3600' : 'private, no-store',
      Vary: 'Authorization',
    })
  })
}

/** Whether an image left the boards with a note that was hidden for care: who saw it there still knows its id. */
async function isHeldBack(services: Services, workshop: string, media: string): Promise<boolean> {
  if (!(await imagesHiddenIn(services, workshop)).has(media)) return false
  return !(await imagesShownIn(services, workshop))?.has(media)
}

/** Whether somebody who looks on may see what a note shows; what is sensitive stays off the shared screen. */
const isOpenTo =
  (role: Role) =>
  ({ state, sensitivity = 'normal' }: Note): boolean =>
    state !== 'hidden-for-care' && (role !== 'screen' || sensitivity === 'normal')

function refused(reason: ImageRefusal): ApiError {
  const nothing = 'Nothing was kept.'
  switch (reason) {
    case 'unknown':
      return new ApiError('not-a-picture', `This is no JPEG, PNG or WebP picture. ${nothing}`)
    case 'broken':
      return new ApiError('invalid', `This picture is broken or cut off. ${nothing}`)
    case 'too-wide':
      return new ApiError('invalid', `This picture is wider or higher than 2,048 pixels. ${nothing}`)
  }
}
