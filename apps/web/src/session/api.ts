import { lobbyStates, roles, safetyLevels } from '@vispera/board'
import * as z from 'zod/mini'
import { ApiError, readApiError } from './api-error.ts'

export const linksSchema = z.partialRecord(z.enum(roles), z.string())
const peopleSchema = z.object({ here: z.int(), observers: z.int() })
const peekedSchema = z.object({
  title: z.string(),
  safety: z.enum(safetyLevels),
  role: z.enum(roles),
  people: peopleSchema,
  lobby: z.enum(lobbyStates),
})
const joinedSchema = z.object({
  token: z.string(),
  participant: z.object({ id: z.string(), role: z.enum(roles) }),
  documents: z.object({ stage: z.optional(z.string()), threads: z.optional(z.string()) }),
  safety: z.enum(safetyLevels),
  alias: z.string(),
  links: linksSchema,
  now: z.number(),
})
/** Somebody who leads is asked; joining again with the ticket is answered once they have decided. */
const waitingSchema = z.object({ waiting: z.literal(true), ticket: z.string() })
const answerSchema = z.looseObject({ now: z.number() })
const invitationSchema = z.object({ code: z.optional(z.string()), links: linksSchema })

export type Peeked = z.infer<typeof peekedSchema>
export type Joined = z.infer<typeof joinedSchema>
export type Invitation = z.infer<typeof invitationSchema>

const path = (workshop: string, rest = '') => `/api/workshops/${encodeURIComponent(workshop)}${rest}`

/** What anybody may ask the server. Every function throws `ApiError`, and only that. */
export const api = {
  peek: (workshop: string, key: string) => post(path(workshop, '/peek'), { key }, peekedSchema),
  /** The server's clock. */
  time: () => request('GET', '/api/time', answerSchema),
  /** With `resume`, a token this tab had before, somebody keeps their place. */
  join: (workshop: string, seat: { key: string; alias?: string; resume?: string; ticket?: string }) =>
    post(path(workshop, '/join'), seat, z.union([joinedSchema, waitingSchema])),
}

/** What somebody with a seat in a workshop may ask. */
export function workshopApi(workshop: string, token: () => string) {
  const ask = <T>(method: string, rest: string, answer: z.ZodMiniType<T> | null, body?: unknown) =>
    request(method, path(workshop, rest), answer, body, token())
  return {
    /** Anything below the workshop, with this seat's token, for parts that come later (shape-workshop.ts). */
    ask,
    invitation: () => ask('GET', '/invitation', invitationSchema),
    rename: (alias: string) => ask('PATCH', '/me', null, { alias }),
    /** Says one verb of facilitation; the answer carries the server's clock and what the verb answers. */
    command: (command: string, input: Readonly<Record<string, unknown>> = {}) =>
      ask('POST', '/commands', answerSchema, { command, ...input }),
    /** Like `ask`, with the answer as it came. */
    fetch: (rest: string, init: Omit<RequestInit, 'headers'> = {}) =>
      send(path(workshop, rest), { ...init, headers: { authorization: `Bearer ${token()}` } }),
  }
}
export type WorkshopApi = ReturnType<typeof workshopApi>

export const post = <T>(address: string, body: unknown, answer: z.ZodMiniType<T>) =>
  request('POST', address, answer, body)

async function request<T>(
  method: string,
  address: string,
  answer: z.ZodMiniType<T> | null,
  body?: unknown,
  token?: string,
): Promise<T> {
  const headers = new Headers()
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  // A saved workshop is handed on as it was read: parsing it is the server's part.
  const written = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await send(address, { method, headers, ...(body === undefined ? {} : { body: written }) })
  if (!answer) return undefined as T
  const parsed = answer.safeParse(await readJson(response))
  if (!parsed.success) throw new ApiError('unreadable')
  return parsed.data
}

async function send(address: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, { cache: 'no-store', ...init, credentials: 'omit' })
  } catch {
    throw new ApiError('unreachable')
  }
  if (!response.ok) throw readApiError(response.status, await readJson(response))
  return response
}

const readJson = (response: Response): Promise<unknown> => response.json().catch(() => null)
