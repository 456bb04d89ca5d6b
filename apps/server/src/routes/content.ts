import { createRoute } from '@hono/zod-openapi'
import { documentNames } from '@vispera/board'
import { idsSchema, newLinksSchema, newNotesSchema } from '../contract/boards.ts'
import { boardParams, json, jsonBody, security } from '../contract/common.ts'
import { errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import { jsonUpTo, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'
import { boardToWriteOn, refuseWhileClosed } from '../workshops/board-for.ts'
import { requireKind } from '../workshops/new-boards.ts'
import { writeLinks } from '../workshops/new-links.ts'
import { parseNotes, writeNotes } from '../workshops/new-notes.ts'
import { requireMedia } from '../workshops/require-media.ts'

const errors = errorResponses(...ofSeated, ...ofJson, 'not-now', 'not-found', 'conflict', 'full')

/** Notes and links for scripts, bots and imports: all or nothing, under the rules of a person with that token. */
export function contentRoutes(app: Api, services: Services): void {
  const { rooms } = services

  const notes = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/boards/{board}/notes',
    tags: ['boards'],
    summary: 'Add notes, all or none',
    security,
    middleware: [seated(services, 'add-notes'), jsonUpTo(bodyLimits.notes)],
    request: { params: boardParams, body: jsonBody(newNotesSchema) },
    responses: { 201: json(idsSchema, 'Their ids, in order'), ...errors },
  })
  app.openapi(notes, async (c) => {
    const { id, board } = c.req.valid('param')
    const seat = c.get('seat')
    const entry = await boardToWriteOn(services, seat, board)
    const kind = requireKind(entry.kind)
    const parsed = parseNotes(kind, c.req.valid('json').notes)
    await requireMedia(services, id, parsed)
    const ids = await rooms.transact(documentNames.board(id, board), (doc) => {
      refuseWhileClosed(services, seat, entry)
      return writeNotes(doc, entry, kind, parsed)
    })
    return c.json({ ids }, 201)
  })

  const links = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/boards/{board}/links',
    tags: ['boards'],
    summary: 'Link notes, all or none',
    security,
    middleware: [seated(services, 'add-links'), jsonUpTo(bodyLimits.notes)],
    request: { params: boardParams, body: jsonBody(newLinksSchema) },
    responses: { 201: json(idsSchema, 'Their ids, in order'), ...errors },
  })
  app.openapi(links, async (c) => {
    const { id, board } = c.req.valid('param')
    const seat = c.get('seat')
    const entry = await boardToWriteOn(services, seat, board)
    const kind = requireKind(entry.kind)
    const given = c.req.valid('json').links
    const ids = await rooms.transact(documentNames.board(id, board), (doc) => {
      refuseWhileClosed(services, seat, entry)
      return writeLinks(doc, entry, kind, given)
    })
    return c.json({ ids }, 201)
  })
}
