import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { ApiError } from './contract/errors.ts'
import { answerError, refuseInvalid } from './http/errors.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { Api, ServerEnv } from './http/server-env.ts'
import { boardRoutes } from './routes/boards.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { codeRoutes } from './routes/codes.ts'
import { commandRoutes } from './routes/commands.ts'
import { contentRoutes } from './routes/content.ts'
import { exampleRoutes } from './routes/examples.ts'
import { healthRoutes, timeRoutes } from './routes/health.ts'
import { importRoutes } from './routes/import.ts'
import { joinRoutes } from './routes/join.ts'
import { meRoutes } from './routes/me.ts'
import { mediaRoutes } from './routes/media.ts'
import { countRequests, metricsRoute } from './routes/metrics.ts'
import { recordRoutes } from './routes/record.ts'
import { workshopRoutes } from './routes/workshops.ts'
import type { Services } from './services.ts'
import { syncRoute } from './sockets/sync-route.ts'
import type { WebFiles } from './static/web-files.ts'
import { webRoutes } from './static/web-routes.ts'

/** All routes of the server. */
export function createApp(services: Services, files: WebFiles): Api {
  const app: Api = new OpenAPIHono<ServerEnv>({ defaultHook: refuseInvalid })
  countRequests(app, services)
  app.use(securityHeaders)
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.onError((error, c) => answerError(c, error, services.log))
  app.notFound((c) => answerError(c, new ApiError('not-found', 'There is no such address.'), services.log))

  healthRoutes(app, services)
  metricsRoute(app, services)
  timeRoutes(app, services)
  // Fixed addresses before those with an id in the same place.
  importRoutes(app, services)
  workshopRoutes(app, services)
  joinRoutes(app, services)
  codeRoutes(app, services)
  meRoutes(app, services)
  boardRoutes(app, services)
  contentRoutes(app, services)
  mediaRoutes(app, services)
  commandRoutes(app, services)
  calendarRoutes(app, services)
  recordRoutes(app, services)
  exampleRoutes(app, services)
  syncRoute(app, services)
  describeApi(app)
  webRoutes(app, files)
  return app
}

function describeApi(app: Api): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that `join` answered',
  })
  const route = createRoute({
    method: 'get',
    path: '/api/openapi.json',
    tags: ['server'],
    summary: 'This document',
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
      },
    },
  })
  let document: Record<string, unknown> & { openapi: string }
  app.openapi(route, (c) => {
    document ??= {
      ...app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Vispera',
          version: '1',
          description:
            'Workshops, boards and records. Ask `join` for a token; everything else takes it as a bearer.',
        },
      }),
    }
    return c.json(document, 200)
  })
}
