import { createHash, timingSafeEqual } from 'node:crypto'
import { routePath } from 'hono/route'
import { ApiError } from '../contract/errors.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** For Prometheus and the like. There is no such address without a token in the configuration, nor for a wrong one. */
export function metricsRoute(app: Api, { config, meters }: Services): void {
  const wanted = config.metricsToken === undefined ? null : digest(`Bearer ${config.metricsToken}`)
  app.get('/metrics', async (c) => {
    const isKnown = wanted && timingSafeEqual(digest(c.req.header('authorization') ?? ''), wanted)
    if (!isKnown || !meters) throw new ApiError('not-found', 'There is no such address.')
    const headers = { 'Content-Type': meters.contentType, 'Cache-Control': 'no-store' }
    return c.body(await meters.text(), 200, headers)
  })
}

/** Counts every answer by the pattern of its route; before all other routes. */
export function countRequests(app: Api, { meters }: Services): void {
  if (!meters) return
  app.use(async (c, next) => {
    await next()
    // By now it is that of the route that answered.
    meters.request(routePath(c), c.res.status)
  })
}
