import { createRoute, z } from '@hono/zod-openapi'
import { json, jsonBody, security, workshopParams } from '../contract/common.ts'
import { ApiError, errorResponses, ofJson, ofSeated } from '../contract/errors.ts'
import type { Command, CommandContext } from '../facilitation/command.ts'
import { commands } from '../facilitation/commands.ts'
import { jsonUpTo, paced, seated } from '../http/guards.ts'
import { bodyLimits } from '../http/limits.ts'
import type { Api } from '../http/server-env.ts'
import type { Services } from '../services.ts'

const commandSchema = z
  .discriminatedUnion('command', commands.map(({ input }) => input) as never)
  .openapi('Command')
const answerSchema = z
  .looseObject({ now: z.number().openapi({ description: "The server's clock when it was done" }) })
  .openapi('CommandAnswer')

const byName = new Map<string, Command>(commands.map((command) => [command.name, command]))

/** Facilitation: everything that only the server may write is asked for here, one verb at a time. */
export function commandRoutes(app: Api, services: Services): void {
  const route = createRoute({
    method: 'post',
    path: '/api/workshops/{id}/commands',
    tags: ['facilitation'],
    summary: 'Lead the workshop: stages, reveals, votes, roles',
    security,
    middleware: [seated(services, 'read-workshop'), paced(services, 'command'), jsonUpTo(bodyLimits.small)],
    request: { params: workshopParams, body: jsonBody(commandSchema) },
    responses: {
      200: json(answerSchema, 'Done'),
      ...errorResponses(...ofSeated, ...ofJson, 'not-found', 'conflict', 'full', 'slow-down'),
    },
  })
  app.openapi(route, async (c) => {
    const input = c.req.valid('json') as { command: string }
    const command = byName.get(input.command)
    if (!command) throw new ApiError('invalid', 'There is no such command.')
    const seat = c.get('seat')
    if (!command.roles.includes(seat.role))
      throw new ApiError('forbidden', 'Your role in this workshop does not allow this.')
    const now = services.now()
    const context: CommandContext = {
      services,
      workshop: seat.workshop,
      seat,
      token: c.get('token'),
      now,
    }
    const run = () => command.run(context, input as never)
    // Two who press at once on two machines: the second finds what the first has done.
    const isAlone = !services.bus.isShared || command.roles.includes('participant')
    const answer = await (isAlone ? run() : services.store.exclusively(`commands ${seat.workshop}`, run))
    return c.json({ ...answer, now }, 200)
  })
}
