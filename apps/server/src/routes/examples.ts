import { createRoute, z } from '@hono/zod-openapi'
import { newId } from '@vispera/board'
import { workedExample, writeExampleBoard, writeExampleThreads } from '@vispera/kinds'
import { json, jsonBody } from '../contract/common.ts'
import { errorResponses, ofJson } from '../contract/errors.ts'
import { createdSchema } from '../contract/workshops.ts'
import { jsonUpTo, limited } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { localeFor } from '../workshops/locale-for.ts'
import { makeWorkshop, monthOf } from '../workshops/make-workshop.ts'
import { createdAnswer } from './workshops.ts'

const exampleSchema = z
  .object({ lang: z.string().max(35).optional().openapi({ example: 'es' }) })
  .openapi('NewExample')

/** The worked example as a live workshop of one's own. */
export function exampleRoutes(app: Api, services: Services): void {
  const route = createRoute({
    method: 'post',
    path: '/api/examples',
    tags: ['workshops'],
    summary: 'Make a workshop that holds the worked example',
    middleware: [limited(services, 'create'), jsonUpTo(bodyLimits.small)],
    request: { body: jsonBody(exampleSchema) },
    responses: {
      201: json(createdSchema, 'Made'),
      ...errorResponses(...ofJson, 'slow-down', 'full', 'unavailable'),
    },
  })
  app.openapi(route, async (c) => {
    const locale = localeFor([c.req.valid('json').lang ?? 'en'])
    const origin = publicOrigin(services.config, c.req.raw.headers)
    const example = workedExample(locale)
    const boards = example.boards.map((board) => ({ board, id: newId() }))
    const ids = Object.fromEntries(boards.map(({ board, id }) => [board.id, id]))
    const made = await makeWorkshop(services, {
      facts: {
        title: example.title,
        languages: [locale],
        safety: 'open',
        month: monthOf(services.now()),
        example: true,
      },
      boards: boards.map(({ board, id }) => ({
        id,
        kind: board.kind,
        title: board.title,
        version: 'full' as const,
        fill: (doc) => writeExampleBoard(doc, board),
      })),
      fillThreads: (doc) => writeExampleThreads(doc, example, ids),
    })
    return c.json(createdAnswer(made, origin), 201)
  })
}
