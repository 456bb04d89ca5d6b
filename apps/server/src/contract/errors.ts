import { z } from '@hono/zod-openapi'

/** Every code an answer of this server can carry, with its status. Nothing else is ever sent. */
export const errorStatus = {
  /** The request could not be read (broken JSON, a broken address). */
  'bad-request': 400,
  /** The token is missing, expired, or of another workshop. */
  'no-session': 401,
  /** This role may not do that. */
  forbidden: 403,
  /** The record of a protected workshop that has not been approved yet. */
  'not-approved': 403,
  /** The stage that runs does not let this be added; another one may. */
  'not-now': 403,
  /** Nobody new is let in just now; the door may open again. */
  closed: 403,
  /** Somebody who leads did not let this person in. */
  'turned-away': 403,
  /** There is nothing here; at the door also: this key does not open it. */
  'not-found': 404,
  /** An id that is taken. */
  conflict: 409,
  'too-large': 413,
  'not-json': 415,
  /** Not a picture of a type that is taken, by its own bytes. */
  'not-a-picture': 415,
  /** Readable, but a value is not usable; the message says which. */
  invalid: 422,
  /** A file written by a newer version than this server. */
  'newer-version': 422,
  /** Too many requests; try again later. */
  'slow-down': 429,
  internal: 500,
  /** The document or the store cannot be read right now. */
  unavailable: 503,
  /** The disk or the document is full; nothing was kept. */
  full: 507,
} as const
export type ErrorCode = keyof typeof errorStatus

/** Answers the request with this code and a sentence for people. Thrown by routes, sent in one place. */
export class ApiError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

export const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
    }),
  })
  .openapi('Error')

/** What any route with a token can answer, and any route that reads JSON. */
export const ofSeated = ['no-session', 'forbidden', 'unavailable'] as const
export const ofJson = ['bad-request', 'too-large', 'not-json', 'invalid'] as const

/** The error answers of a route, for its description. */
export function errorResponses(...codes: readonly ErrorCode[]) {
  const content = { 'application/json': { schema: errorSchema } }
  const byStatus = Map.groupBy(new Set(codes), (code) => errorStatus[code])
  const responses = [...byStatus].map(([status, same]) => {
    const description = same.map((code) => `\`${code}\``).join(', ')
    return [status, { description, content }]
  })
  // Errors are thrown and sent in one place, so handlers need not know these statuses.
  return Object.fromEntries(responses) as Record<never, { description: string; content: typeof content }>
}
