import { z } from '@hono/zod-openapi'
import type { Role } from '@vispera/board'
import type { Seat } from '../join/seats.ts'
import type { Services } from '../services.ts'

/** What a command may use. `now` is the server's clock, read once. */
export interface CommandContext {
  readonly services: Services
  readonly workshop: string
  readonly seat: Seat
  /** The token that the seat was opened with. */
  readonly token: string
  readonly now: number
}

/**
 * One verb of facilitation: who may say it, what it takes, what it does. Expected refusals are thrown as
 * `ApiError`; what it answers is JSON.
 */
export interface Command {
  readonly name: string
  readonly roles: readonly Role[]
  readonly input: z.ZodObject
  run(context: CommandContext, input: never): Promise<CommandAnswer>
}
export type CommandAnswer = Readonly<Record<string, unknown>>

/** Ties a command's input to its `run`. */
export const command = <const Name extends string, Shape extends z.ZodRawShape>(given: {
  readonly name: Name
  readonly roles: readonly Role[]
  readonly input: Shape
  run(context: CommandContext, input: z.infer<z.ZodObject<Shape>>): Promise<CommandAnswer>
}) => ({ ...given, input: z.object({ command: z.literal(given.name), ...given.input }) })

export const leaders: readonly Role[] = ['host', 'facilitator']
export const keepers: readonly Role[] = ['host', 'facilitator', 'safety-keeper']
export const everyoneWithASay: readonly Role[] = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'participant',
]
