import { createRoute } from '@hono/zod-openapi'
import { json, jsonBody, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson } from '../contract/errors.ts'
import { joinedSchema, joinSchema, peekedSchema, peekSchema, waitingSchema } from '../contract/workshops.ts'
import { jsonUpTo, limited } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import type { Opened } from '../join/doors.ts'
import { keysInHand } from '../join/hand-on.ts'
import { joinGroup } from '../join/join-group.ts'
import { linksOf } from '../join/links.ts'
import { lobbyFor, passLobby } from '../join/pass-lobby.ts'
import { seatBefore, takeSeat } from '../join/take-seat.ts'
import type { Services } from '../services.ts'
import { openDocuments } from '../workshops/open-documents.ts'
import { requireStage } from '../workshops/stages.ts'

/** The door: one same answer for an unknown workshop and for a wrong, expired or foreign key. */
export function joinRoutes(app: Api, services: Services): void {
  const { attendance, stages, config, doors } = services
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
    const { title, safety } = workshop
    return c.json({ title, safety, role, people: attendance.count(id), lobby: lobbyFor(workshop, role) }, 200)
  })

  const join = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/join',
    tags: ['joining'],
    summary: 'Take a seat with the key of a link',
    middleware,
    request: { params: workshopParams, body: jsonBody(joinSchema) },
    responses: {
      200: json(joinedSchema, 'Seated'),
      202: json(waitingSchema, 'Waiting to be let in'),
      ...errorResponses(...ofJson, 'not-found', 'slow-down', 'full', 'unavailable', 'closed', 'turned-away'),
    },
  })
  app.openapi(join, async (c) => {
    const { id } = c.req.valid('param')
    const { key, alias, resume, ticket } = c.req.valid('json')
    const origin = publicOrigin(config, c.req.raw.headers)
    const opened = await doors.open(id, key)
    const arrival = { key, role: opened?.role ?? null, alias, resume }
    if (opened && !(await seatBefore(services, id, arrival))) {
      const waiting = await passLobby(
        services,
        id,
        { ...arrival, role: opened.role, ticket },
        c.req.raw.signal,
      )
      if (waiting) return c.json({ waiting: true as const, ticket: waiting }, 202)
    }
    const seated = await takeSeat(services, id, arrival)
    if (!seated) throw noDoor()
    const { token, seat } = seated
    await joinGroup(services, seat)
    const links = linksOf(origin, id, await keysInHand(services, seat, token))
    const stage = await requireStage(stages, id)
    return c.json(
      {
        token,
        participant: { id: seat.participant, role: seat.role },
        documents: openDocuments(seat, stage),
        title: stage.workshop.title,
        safety: stage.workshop.safety,
        alias: seat.alias,
        links,
        people: attendance.count(id),
        now: services.now(),
      },
      200,
    )
  })
}

async function openDoor({ doors }: Services, workshop: string, key: string): Promise<Opened> {
  const opened = await doors.open(workshop, key)
  if (!opened) throw noDoor()
  return opened
}

const noDoor = () => new ApiError('not-found', 'This link does not open a workshop. Ask for a new one.')
