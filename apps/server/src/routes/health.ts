import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../contract/common.ts'
import { healthPage } from '../health/health-page.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { localeFor } from '../workshops/locale-for.ts'

const reasons = [
  'full',
  'read-only',
  'unreadable',
  'damaged',
  'foreign',
  'newer-version',
  'in-use',
  'outdated',
  'unreachable',
  'failed',
  'closed',
] as const

const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded', 'failing']).openapi({
      description: 'degraded: it works, and somebody should look; failing: nothing can be saved right now',
    }),
    concerns: z.array(z.enum(['disk-low', 'damage', 'bus-down'])),
    storage: z.object({
      writable: z.boolean(),
      problem: z.enum(reasons).optional(),
      lastFailure: z
        .object({ at: z.number(), reason: z.enum(reasons) })
        .optional()
        .openapi({ description: 'The last write that failed since the start, though writes may work again' }),
      damaged: z.int(),
    }),
    disk: z.object({ freePercent: z.int(), low: z.boolean() }).optional(),
    bus: z.object({ connected: z.boolean() }).optional(),
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

/** Says whether this server can do its work: to monitors at /api/health, to people at /health. */
export function healthRoutes(app: Api, { health, rooms, now }: Services): void {
  const route = createRoute({
    method: 'get',
    path: '/api/health',
    tags: ['server'],
    summary: 'Whether the server can do its work',
    responses: {
      200: json(healthSchema, 'It can'),
      503: json(healthSchema, 'Nothing can be saved right now'),
    },
  })
  app.openapi(route, async (c) => {
    const report = await health.report()
    const { rooms: open, connections } = rooms.stats()
    const answer = { ...report, concerns: [...report.concerns], rooms: { open, connections } }
    return c.json(answer, report.status === 'failing' ? 503 : 200)
  })
  app.get('/health', async (c) => {
    const report = await health.report()
    const page = healthPage(report, localeFor(languagesOf(c.req.header('accept-language'))), now())
    const headers = { 'Cache-Control': 'no-store', Vary: 'Accept-Language' }
    return c.html(page, report.status === 'failing' ? 503 : 200, headers)
  })
}

/** The languages that a browser asks for, the one it likes best first. */
function languagesOf(header = ''): string[] {
  const asked = header.split(',').map((part) => {
    const [tag = '', quality = 'q=1'] = part.split(';').map((piece) => piece.trim())
    return { tag, quality: Number(quality.slice(2)) || 0 }
  })
  return asked.sort((a, b) => b.quality - a.quality).map(({ tag }) => tag)
}
