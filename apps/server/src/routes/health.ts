import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../contract/common.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'

const healthSchema = z
  .object({
    status: z.enum(['ok', 'failing']),
    storage: z.object({ writable: z.boolean(), problem: z.string().optional() }),
    rooms: z.object({ open: z.int(), connections: z.int() }),
  })
  .openapi('Health')

const timeSchema = z
  .object({ now: z.number().openapi({ description: "The server's milliseconds since the epoch" }) })
  .openapi('Time')

/** The server's clock, for devices whose own may be hours off: everything with a time is told by it. */
export function timeRoutes(app: Api, { now }: Services): void {
  const route = createRoute({
    method: 'get',
    path: '/api/time',
    tags: ['server'],
    summary: "The server's clock",
    responses: { 200: json(timeSchema, 'Now') },
  })
  app.openapi(route, (c) => c.json({ now: now() }, 200))
}

/** Says whether this server can do its work, for monitors. */
export function healthRoutes(app: Api, { store, rooms }: Services): void {
  const route = createRoute({
    method: 'get',
    path: '/api/health',
    tags: ['server'],
    summary: 'Whether the server can do its work',
    responses: {
      200: json(healthSchema, 'All is well'),
      503: json(healthSchema, 'Nothing can be saved right now'),
    },
  })
  app.openapi(route, (c) => {
    const { writable, problem, damage } = store.health()
    const { rooms: open, connections } = rooms.stats()
    const reason = problem?.reason ?? (damage.length > 0 ? 'damaged' : undefined)
    const health = {
      status: writable ? ('ok' as const) : ('failing' as const),
      storage: { writable, ...(reason === undefined ? {} : { problem: reason }) },
      rooms: { open, connections },
    }
    return c.json(health, writable ? 200 : 503)
  })
}
