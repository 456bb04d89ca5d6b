import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Seat } from '../join/seats.ts'

export interface ServerEnv {
  Bindings: HttpBindings
  Variables: {
    /** Set by `seated`, on every route that needs a token. */
    seat: Seat
    token: string
  }
}
export type Api = OpenAPIHono<ServerEnv>
