import { createRoute } from '@hono/zod-openapi'
import { json, jsonBody, security, workshopParams } from '../contract/common.ts'
import { errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import { meChangeSchema, meSchema } from '../contract/workshops.ts'
import { jsonUpTo, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import type { Api } from '../http/server-env.ts'
import { meOf, seenAs } from '../join/take-seat.ts'
import type { Services } from '../services.ts'

export function meRoutes(app: Api, services: Services): void {
  const route = createRoute({
    method: 'patch',
    path: '/api/workshops/{id}/me',
    tags: ['joining'],
    summary: 'Be seen by another name',
    security,
    middleware: [seated(services, 'rename-self'), jsonUpTo(bodyLimits.small)],
    request: { params: workshopParams, body: jsonBody(meChangeSchema) },
    responses: {
      200: json(meSchema, 'How others see you now'),
      ...errorResponses(...ofSeated, ...ofJson, 'full'),
    },
  })
  app.openapi(route, async (c) => {
    const seat = c.get('seat')
    await services.seats.rename(seat, await seenAs(services, seat.workshop, c.req.valid('json').alias))
    return c.json(meOf(seat), 200)
  })
}
