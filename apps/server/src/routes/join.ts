import { createRoute } from '@hono/zod-openapi'
import { json, jsonBody, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson } from '../contract/errors.ts'
import { joinedSchema, joinSchema, peekedSchema, peekSchema } from '../contract/workshops.ts'
import { jsonUpTo, limited } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Opened } from '../join/doors.ts'
import { linksOf } from '../join/links.ts'
import { takeSeat } from '../join/take-seat.ts'
import type { Services } from '../services.ts'
import { keysToHandOn } from '../workshops/directory.ts'
import { openDocuments } from '../workshops/open-documents.ts'
import { requireStage } from '../workshops/stages.ts'

/** The door: one same answer for an unknown workshop and for a wrong, expired or foreign key. */
export function joinRoutes(app: Api, services: Services): void {
  const { attendance, stages, config } = services
  const middleware = [limited(services, 'join'), jsonUpTo(bodyLimits.small)]
  const errors = errorResponses(...ofJson, 'not-found', 'slow-down', 'full', 'unavailable')

  const peek = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/peek',
    tags: ['joining'],
    summary: 'What the join page shows before joining; seats nobody',
    middleware,
    request: { params: workshopParams, body: jsonBody(peekSchema) },
    responses: { 200: json(peekedSchema, 'What is behind the door'), ...errors },
  })
  app.openapi(peek, async (c) => {
    const { id } = c.req.valid('param')
    const { role } = await openDoor(services, id, c.req.valid('json').key)
    const { workshop } = await requireStage(stages, id)
    return c.json({ title: workshop.title, safety: workshop.safety, role, people: attendance.count(id) }, 200)
  })

  const join = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/join',
    tags: ['joining'],
    summary: 'Take a seat with the key of a link',
    middleware,
    request: { params: workshopParams, body: jsonBody(joinSchema) },
    responses: { 200: json(joinedSchema, 'Seated'), ...errors },
  })
  app.openapi(join, async (c) => {
    const { id } = c.req.valid('param')
    const { key, alias, resume } = c.req.valid('json')
    const origin = publicOrigin(config, c.req.raw.headers)
    const { role, record } = await openDoor(services, id, key)
    const { token, seat } = await takeSeat(services, id, { key, role, alias, resume })
    const stage = await requireStage(stages, id)
    return c.json(
      {
        token,
        participant: { id: seat.participant, role },
        documents: openDocuments(seat, stage),
        title: stage.workshop.title,
        safety: stage.workshop.safety,
        alias: seat.alias,
        links: linksOf(origin, id, keysToHandOn(id, record, role, key)),
        people: attendance.count(id),
        now: services.now(),
      },
      200,
    )
  })
}

async function openDoor({ doors }: Services, workshop: string, key: string): Promise<Opened> {
  const opened = await doors.open(workshop, key)
  if (!opened) throw new ApiError('not-found', 'This link does not open a workshop. Ask for a new one.')
  return opened
}
