import { createRoute } from '@hono/zod-openapi'
import { type ImportRefusal, RecordError } from '@vispera/record'
import { json } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson } from '../contract/errors.ts'
import { createdSchema } from '../contract/workshops.ts'
import { jsonUpTo, limited } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { importedWorkshop } from '../workshops/imported-workshop.ts'
import { makeWorkshop } from '../workshops/make-workshop.ts'
import { createdAnswer } from './workshops.ts'

/** A saved workshop as a new one of its own, all or nothing. */
export function importRoutes(app: Api, services: Services): void {
  const route = createRoute({
    method: 'post',
    path: '/api/workshops/import',
    tags: ['workshops'],
    summary: 'Make a workshop from a saved one: the record in the format json',
    middleware: [limited(services, 'import'), jsonUpTo(bodyLimits.import)],
    // Described without a schema of ours: the record package reads the file, and says what is wrong with it.
    request: { body: { required: true, content: { 'application/json': { schema: { type: 'object' } } } } },
    responses: {
      201: json(createdSchema, 'Made'),
      ...errorResponses(...ofJson, 'newer-version', 'slow-down', 'full', 'unavailable'),
    },
  })
  app.openapi(route, async (c) => {
    const origin = publicOrigin(services.config, c.req.raw.headers)
    const read = await services.records.read(await c.req.text()).catch(notRead)
    if (!read.ok) throw refused(read.reason, read.detail)
    const made = await makeWorkshop(services, importedWorkshop(read.file))
    return c.json(createdAnswer(made, origin), 201)
  })
}

/** The file may be in order: the thread that reads had too much to do, or ended. */
function notRead(error: unknown): never {
  if (!(error instanceof RecordError)) throw error
  if (error.reason === 'busy')
    throw new ApiError('slow-down', 'Many files are being read. Try again in a minute. Nothing was imported.')
  throw new ApiError('unavailable', 'This file could not be read just now. Try again. Nothing was imported.')
}

function refused(reason: ImportRefusal, detail: string): ApiError {
  const nothing = 'Nothing was imported.'
  switch (reason) {
    case 'not-json':
      return new ApiError('bad-request', `This file is not JSON. ${nothing}`)
    case 'truncated':
      return new ApiError('bad-request', `This file was cut off; get it again. ${nothing}`)
    case 'newer-version':
      return new ApiError(
        'newer-version',
        `This workshop was saved by a newer Vispera; update this server. ${nothing}`,
      )
    case 'not-a-workshop':
      return new ApiError('invalid', `This is not a workshop saved by Vispera (${detail}). ${nothing}`)
    case 'too-large':
      return new ApiError('too-large', `This file holds more than a workshop can (${detail}). ${nothing}`)
    case 'hostile-record':
      return new ApiError('invalid', `This file holds something that no workshop does: ${detail}. ${nothing}`)
  }
}
