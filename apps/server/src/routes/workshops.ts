import { createRoute, z } from '@hono/zod-openapi'
import { isLowering, type SafetyLevel, writeWorkshop } from '@vispera/board'
import type { Version } from '@vispera/kinds'
import { json, jsonBody, security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import {
  createdSchema,
  newWorkshopSchema,
  workshopChangeSchema,
  workshopSchema,
} from '../contract/workshops.ts'
import { setSafety } from '../facilitation/safety/set-safety.ts'
import { jsonUpTo, limited, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import { publicOrigin } from '../http/origin.ts'
import type { Api } from '../http/server-env.ts'
import { linksOf } from '../join/links.ts'
import type { Services } from '../services.ts'
import { type MadeWorkshop, makeWorkshop, monthOf } from '../workshops/make-workshop.ts'
import { boardsOfRecipe, newBoard, requireKind } from '../workshops/new-boards.ts'
import { requireStage } from '../workshops/stages.ts'
import { wipeWorkshop } from '../workshops/wipe-workshop.ts'

export function workshopRoutes(app: Api, services: Services): void {
  createRoutes(app, services)
  changeRoutes(app, services)
}

/** The answer to whoever made a workshop: the only time that the host's link is ever shown. */
export const createdAnswer = ({ id, keys, code }: MadeWorkshop, origin: string) => ({
  id,
  links: linksOf(origin, id, keys),
  ...(code === null ? {} : { code }),
})

function createRoutes(app: Api, services: Services): void {
  const create = createRoute({
    method: 'post',
    path: '/api/workshops',
    tags: ['workshops'],
    summary: 'Start a workshop',
    middleware: [limited(services, 'create'), jsonUpTo(bodyLimits.small)],
    request: { body: jsonBody(newWorkshopSchema) },
    responses: {
      201: json(createdSchema, 'Made'),
      ...errorResponses(...ofJson, 'slow-down', 'full', 'unavailable'),
    },
  })
  app.openapi(create, async (c) => {
    const { title, boards, recipe, languages = [], safety } = c.req.valid('json')
    const origin = publicOrigin(services.config, c.req.raw.headers)
    const asked: NewBoards = recipe === undefined ? (boards ?? []) : boardsOfRecipe(recipe)
    const made = await makeWorkshop(services, {
      facts: {
        title,
        languages,
        safety: safety ?? safest(asked.map(({ kind }) => requireKind(kind).defaultSafety)),
        month: monthOf(services.now()),
        ...(recipe === undefined ? {} : { recipe }),
      },
      boards: await Promise.all(
        asked.map(async (board) => ({
          ...(await newBoard(board, languages)),
          version: board.version ?? 'full',
        })),
      ),
    })
    return c.json(createdAnswer(made, origin), 201)
  })
}

type NewBoards = readonly {
  readonly kind: string
  readonly title?: string | undefined
  readonly version?: Version | undefined
}[]

/** The most careful of the levels that the boards' kinds ask for. */
function safest(levels: readonly SafetyLevel[]): SafetyLevel {
  return levels.includes('protected') ? 'protected' : levels.includes('guarded') ? 'guarded' : 'open'
}

function changeRoutes(app: Api, services: Services): void {
  const { stages } = services
  const common = { tags: ['workshops'], security }

  const read = createRoute({
    ...common,
    method: 'get',
    path: '/api/workshops/{id}',
    summary: 'What the workshop is',
    middleware: seated(services, 'read-workshop'),
    request: { params: workshopParams },
    responses: { 200: json(workshopSchema, 'The workshop'), ...errorResponses(...ofSeated) },
  })
  app.openapi(read, async (c) => c.json(await describeWorkshop(services, c.req.valid('param').id), 200))

  const change = createRoute({
    ...common,
    method: 'patch',
    path: '/api/workshops/{id}',
    summary: 'Change title, languages or safety level',
    middleware: [seated(services, 'change-workshop'), jsonUpTo(bodyLimits.small)],
    request: { params: workshopParams, body: jsonBody(workshopChangeSchema) },
    responses: {
      200: json(workshopSchema, 'As it is now'),
      ...errorResponses(...ofSeated, ...ofJson, 'full'),
    },
  })
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param')
    const { safety, ...facts } = c.req.valid('json')
    const { workshop } = await requireStage(stages, id)
    if (safety !== undefined && isLowering(workshop.safety, safety))
      throw new ApiError('forbidden', 'Lowering the safety level takes everybody who leads: use the command.')
    await stages.write(id, (doc) => {
      const given = Object.entries(facts).filter(([, value]) => value !== undefined)
      writeWorkshop(doc, Object.fromEntries(given))
    })
    if (safety !== undefined && safety !== workshop.safety) await setSafety(services, id, safety)
    return c.json(await describeWorkshop(services, id), 200)
  })

  const wipe = createRoute({
    ...common,
    method: 'delete',
    path: '/api/workshops/{id}',
    summary: 'Delete the workshop with everything in it, for good',
    middleware: seated(services, 'wipe-workshop'),
    request: { params: workshopParams },
    responses: {
      200: json(z.object({ id: z.string(), deleted: z.literal(true) }), 'Gone'),
      ...errorResponses(...ofSeated),
    },
  })
  app.openapi(wipe, async (c) => {
    const { id } = c.req.valid('param')
    await wipeWorkshop(services, id)
    return c.json({ id, deleted: true as const }, 200)
  })
}

async function describeWorkshop({ stages }: Services, id: string) {
  const { workshop, boards, agenda, run } = await requireStage(stages, id)
  const { title, safety, languages, month } = workshop
  const { stages: planned, ...now } = agenda
  return {
    ...{ id, title, safety, languages, month, boards: [...boards] },
    agenda: { ...now, run, stages: planned.map(({ order: _, ...stage }) => stage) },
  }
}
