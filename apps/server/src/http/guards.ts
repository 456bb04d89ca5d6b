import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiError } from '../contract/errors.ts'
import { type Action, may } from '../permissions.ts'
import type { Services } from '../services.ts'
import { clientOf } from './client.ts'
import type { Limits } from './limits.ts'
import type { ServerEnv } from './server-env.ts'

type Guard = MiddlewareHandler<ServerEnv>

/**
 * Lets through who has a seat in the workshop of the route and a role that may do this. A token of another
 * workshop is told the same as no token at all.
 */
export function seated({ seats }: Services, action: Action): Guard {
  return async (c, next) => {
    const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const workshop = c.req.param('id')
    const seat = token && workshop ? await seats.find(workshop, token) : null
    if (!seat || token === undefined) {
      throw new ApiError(
        'no-session',
        'This session has ended or is not known here. Open your link again to rejoin.',
      )
    }
    if (!may(seat.role, action))
      throw new ApiError('forbidden', 'Your role in this workshop does not allow this.')
    c.set('seat', seat)
    c.set('token', token)
    await next()
  }
}

/** Takes one from the client's allowance at this door. */
export function limited({ config, limits }: Services, door: keyof Limits): Guard {
  return async (c, next) => {
    if (!limits[door].take(clientOf(config, c.req.raw.headers, c.env))) {
      throw new ApiError('slow-down', 'Too many requests from here. Wait a moment and try again.')
    }
    await next()
  }
}

/** Takes one from the allowance of whoever sits here; after `seated`. */
export function paced({ limits }: Services, door: keyof Limits): Guard {
  return async (c, next) => {
    const { workshop, participant } = c.get('seat')
    if (!limits[door].take(`${workshop}/${participant}`))
      throw new ApiError('slow-down', 'Too much at once. Wait a moment and try again.')
    await next()
  }
}

/** Refuses bodies above `maxSize` bytes before they are read, and bodies that are not JSON. */
export function jsonUpTo(maxSize: number): Guard {
  const limit = upTo(maxSize)
  return async (c, next) => {
    if (!/^application\/(?:[a-z.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
      throw new ApiError('not-json', 'Send JSON, with the header Content-Type: application/json.')
    }
    return limit(c, next)
  }
}

/** Refuses bodies above `maxSize` bytes, and those that say they are JSON or a form. What they are, their bytes tell. */
export function imageUpTo(maxSize: number): Guard {
  const limit = upTo(maxSize)
  return async (c, next) => {
    if (!/^image\//i.test(c.req.header('content-type') ?? '')) {
      throw new ApiError(
        'not-a-picture',
        'Send the bytes of a picture, with a header such as Content-Type: image/webp.',
      )
    }
    return limit(c, next)
  }
}

function upTo(maxSize: number): Guard {
  const refuse = () => {
    const size = maxSize >= 1024 * 1024 ? `${maxSize / 1024 / 1024} MB` : `${maxSize / 1024} kB`
    throw new ApiError('too-large', `The request is larger than ${size}.`)
  }
  return bodyLimit({ maxSize, onError: refuse })
}
