import { createRoute, z } from '@hono/zod-openapi'
import { json, jsonBody } from '../contract/common.ts'
import { errorResponses } from '../contract/errors.ts'
import { createdSchema } from '../contract/workshops.ts'
import { jsonUpTo, limited } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import { readWorkshopFile } from '../import/read-file.ts'
import { workshopOf } from '../import/write-file.ts'
import type { Services } from '../services.ts'
import { makeWorkshop } from '../workshops/make-workshop.ts'
import { createdAnswer } from './workshops.ts'

const fileSchema = z.unknown().openapi('WorkshopFile', {
  type: 'object',
  description: 'A workshop saved as JSON: the record in the format json',
})

const importedSchema = createdSchema
  .extend({ leftOut: z.int().openapi({ description: 'Values that this version does not know' }) })
  .openapi('ImportedWorkshop')

/** A saved workshop as a new one of its own, all or nothing. */
export function importRoutes(app: Api, services: Services): void {
  const route = createRoute({
    method: 'post',
    path: '/api/workshops/import',
    tags: ['workshops'],
    summary: 'Make a workshop from a saved one',
    middleware: [limited(services, 'create'), jsonUpTo(bodyLimits.import)],
    request: { body: jsonBody(fileSchema) },
    responses: {
      201: json(importedSchema, 'Made'),
      ...errorResponses(
        'bad-request',
        'too-large',
        'not-json',
        'invalid',
        'newer-version',
        'slow-down',
        'full',
      ),
    },
  })
  app.openapi(route, async (c) => {
    const origin = publicOrigin(services.config, c.req.raw.headers)
    const file = readWorkshopFile(c.req.valid('json'))
    const made = await makeWorkshop(services, workshopOf(file))
    return c.json({ ...createdAnswer(made, origin), leftOut: file.leftOut }, 201)
  })
}
