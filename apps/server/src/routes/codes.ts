import { createRoute } from '@hono/zod-openapi'
import { json, jsonBody, security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import { codeAnswerSchema, codeSchema, invitationSchema } from '../contract/workshops.ts'
import { clientOf } from '../http/client.ts'
import { jsonUpTo, limited, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import { keysInHand } from '../join/hand-on.ts'
import { linkOf, linksOf } from '../join/links.ts'
import { showsCode } from '../permissions.ts'
import type { Services } from '../services.ts'
import { requireStage } from '../workshops/stages.ts'

export function codeRoutes(app: Api, services: Services): void {
  const { codes, config, doors, limits } = services

  const joinWithCode = createRoute({
    method: 'post',
    path: '/api/codes/join',
    tags: ['joining'],
    summary: 'Turn a six-character code into a link',
    middleware: [limited(services, 'join'), jsonUpTo(bodyLimits.small)],
    request: { body: jsonBody(codeSchema) },
    responses: {
      200: json(codeAnswerSchema, 'The link to open'),
      ...errorResponses(...ofJson, 'not-found', 'slow-down', 'unavailable'),
    },
  })
  app.openapi(joinWithCode, async (c) => {
    const client = clientOf(config, c.req.raw.headers, c.env)
    if (!limits.wrongCode.has(client) || !limits.wrongCodesOfAll.has('all')) {
      throw new ApiError('slow-down', 'Too many codes were tried. Wait a minute, or use the link.')
    }
    const origin = publicOrigin(config, c.req.raw.headers)
    const workshop = await codes.find(c.req.valid('json').code)
    if (workshop === null) {
      limits.wrongCode.take(client)
      limits.wrongCodesOfAll.take('all')
      throw new ApiError('not-found', 'This code does not open a workshop. Check it, or ask for a new one.')
    }
    return c.json({ url: linkOf(origin, workshop, 'participant', await doors.mint(workshop)) }, 200)
  })

  const invitation = createRoute({
    method: 'get',
    path: '/api/workshops/{id}/invitation',
    tags: ['joining'],
    summary: 'The code, and the links that this role may hand on',
    security,
    middleware: seated(services, 'see-invitation'),
    request: { params: workshopParams },
    responses: {
      200: json(invitationSchema, 'How others get in'),
      ...errorResponses(...ofSeated, 'bad-request'),
    },
  })
  app.openapi(invitation, async (c) => {
    const seat = c.get('seat')
    const keys = await keysInHand(services, seat, c.get('token'))
    const { workshop } = await requireStage(services.stages, seat.workshop)
    const isOpen = workshop.lobby !== 'closed'
    const code = isOpen && showsCode(seat.role) ? await codes.show(seat.workshop) : null
    const links = linksOf(publicOrigin(config, c.req.raw.headers), seat.workshop, keys)
    return c.json({ ...(code === null ? {} : { code }), links }, 200)
  })
}
