import { createRoute, z } from '@hono/zod-openapi'
import {
  documentNames,
  orderKeysAtEnd,
  readAttention,
  removeBoardEntry,
  writeBoardEntry,
  writeLook,
} from '@vispera/board'
import { closeCodes } from '@vispera/sync'
import { boardSchema } from '../contract/boards.ts'
import { boardParams, json, jsonBody, security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import { boardChangeSchema, boardEntryAnswer, newBoardBodySchema } from '../contract/workshops.ts'
import { takeOut } from '../facilitation/agenda/take-out.ts'
import { jsonUpTo, seated } from '../http/guards.ts'
import { bodyLimits, maxBoards } from '../http/limits.ts'
import type { Api } from '../http/server-env.ts'
import { may } from '../permissions.ts'
import type { Services } from '../services.ts'
import { boardFor, readableBy } from '../workshops/board-for.ts'
import { newBoard } from '../workshops/new-boards.ts'
import { describeBoard } from '../workshops/read-workshop.ts'
import { boardOrders, requireBoard, requireStage } from '../workshops/stages.ts'

export function boardRoutes(app: Api, services: Services): void {
  readRoute(app, services)
  addRoute(app, services)
  changeRoutes(app, services)
}

function readRoute(app: Api, services: Services): void {
  const read = createRoute({
    method: 'get',
    path: '/api/workshops/{id}/boards/{board}',
    tags: ['boards'],
    summary: 'A board as plain values, with what its kind derives from them',
    security,
    middleware: seated(services, 'read-board'),
    request: { params: boardParams },
    responses: {
      200: json(boardSchema, 'The board'),
      ...errorResponses(...ofSeated, 'not-found'),
    },
  })
  app.openapi(read, async (c) => {
    const { id, board } = c.req.valid('param')
    const seat = c.get('seat')
    const withHidden = may(seat.role, 'read-hidden-notes')
    const entry = await boardFor(services, seat, board)
    const isOpen = readableBy(services, seat)
    return c.json(await describeBoard(services, id, entry, { withHidden, isOpen }), 200)
  })
}

function addRoute(app: Api, services: Services): void {
  const { rooms, stages } = services
  const add = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/boards',
    tags: ['boards'],
    summary: 'Add a board, last in order',
    security,
    middleware: [seated(services, 'change-boards'), jsonUpTo(bodyLimits.small)],
    request: { params: workshopParams, body: jsonBody(newBoardBodySchema) },
    responses: {
      201: json(boardEntryAnswer, 'Added'),
      ...errorResponses(...ofSeated, ...ofJson, 'full'),
    },
  })
  app.openapi(add, async (c) => {
    const { id } = c.req.valid('param')
    const { workshop, boards } = await requireStage(stages, id)
    if (boards.length >= maxBoards)
      throw new ApiError('invalid', `A workshop has at most ${maxBoards} boards.`)
    const { fill, ...entry } = await newBoard(c.req.valid('json'), workshop.languages)
    const document = documentNames.board(id, entry.id)
    await rooms.transact(document, fill)
    await stages.write(id, (doc) => {
      writeBoardEntry(doc, { ...entry, order: orderKeysAtEnd(boardOrders(doc))[0] as string })
    })
    return c.json({ ...entry, document }, 201)
  })
}

function changeRoutes(app: Api, services: Services): void {
  const { rooms, stages } = services
  const common = { tags: ['boards'], security, path: '/api/workshops/{id}/boards/{board}' as const }

  const change = createRoute({
    ...common,
    method: 'patch',
    summary: 'Rename a board',
    middleware: [seated(services, 'change-boards'), jsonUpTo(bodyLimits.small)],
    request: { params: boardParams, body: jsonBody(boardChangeSchema) },
    responses: {
      200: json(boardEntryAnswer, 'As it is now'),
      ...errorResponses(...ofSeated, ...ofJson, 'not-found', 'full'),
    },
  })
  app.openapi(change, async (c) => {
    const { id, board } = c.req.valid('param')
    const { title } = c.req.valid('json')
    const entry = await requireBoard(stages, id, board)
    await stages.write(id, (doc) => {
      const order = boardOrders(doc).find((one) => one.id === board)?.order
      if (order !== undefined) writeBoardEntry(doc, { ...entry, title, order })
    })
    return c.json({ ...entry, title, document: documentNames.board(id, board) }, 200)
  })

  const remove = createRoute({
    ...common,
    method: 'delete',
    summary: 'Delete a board with everything on it; links to it stay and say that their source was removed',
    middleware: seated(services, 'change-boards'),
    request: { params: boardParams },
    responses: {
      200: json(z.object({ id: z.string(), deleted: z.literal(true) }), 'Gone'),
      ...errorResponses(...ofSeated, 'not-found'),
    },
  })
  app.openapi(remove, async (c) => {
    const { id, board } = c.req.valid('param')
    await requireBoard(stages, id, board)
    await stages.write(id, (doc) => {
      takeOut(doc, (stage) => stage.board === board, services.now())
      removeBoardEntry(doc, board)
      if (readAttention(doc).look?.board === board) writeLook(doc, null)
    })
    const document = documentNames.board(id, board)
    // Before wiping: 4410 would tell devices that the whole workshop was deleted.
    rooms.disconnect({ path: document }, closeCodes.unknown, 'this board was deleted')
    await rooms.wipe(document)
    return c.json({ id: board, deleted: true as const }, 200)
  })
}
