import { createRoute } from '@hono/zod-openapi'
import { calendarOf, documentNames, readGatherings } from '@vispera/board'
import { security, workshopParams } from '../contract/common.ts'
import { errorResponses, ofSeated } from '../contract/errors.ts'
import { seated } from '../http/guards.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { requireStage } from '../workshops/stages.ts'

/** When the gatherings are, for people's own calendars: no names, no links, no keys. */
export function calendarRoutes(app: Api, services: Services): void {
  const { rooms, stages } = services
  const route = createRoute({
    method: 'get',
    path: '/api/workshops/{id}/calendar',
    tags: ['workshops'],
    summary: 'The gatherings as a calendar file',
    security,
    middleware: seated(services, 'take-calendar'),
    request: { params: workshopParams },
    responses: {
      200: { description: 'The file', content: { 'text/calendar': { schema: { type: 'string' } } } },
      ...errorResponses(...ofSeated),
    },
  })
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    const { workshop } = await requireStage(stages, id)
    const gatherings = await rooms.read(documentNames.stage(id), readGatherings)
    return c.body(calendarOf(id, workshop.title, gatherings, services.now()), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${workshop.title}.ics`)}`,
    })
  })
}
