import { parseArgs } from 'node:util'
import { kindById, kinds } from '@vispera/kinds'
import { z } from 'zod'
import { openChance } from './seed/chance.ts'
import { seedBoard } from './seed/seed-board.ts'

const usage = 'pnpm seed --kind vision-board --notes 5000 --url http://localhost:8080'
/** Notes or links in one request. */
const batch = 2_000

const wholeNumber = 'must be a whole number, at most 20000'

const argumentsSchema = z.object({
  kind: z.string().default('vision-board'),
  notes: z.coerce
    .number(wholeNumber)
    .int(wholeNumber)
    .min(0, wholeNumber)
    .max(20_000, wholeNumber)
    .default(200),
  url: z.url('must be an address such as http://localhost:8080').default('http://localhost:8080'),
  /** The same seed gives the same notes. */
  seed: z.coerce.number('must be a whole number').int('must be a whole number').default(1),
})

const createdSchema = z.looseObject({ id: z.string(), links: z.looseObject({ facilitator: z.string() }) })
const joinedSchema = z.object({
  token: z.string(),
  documents: z.object({ boards: z.array(z.object({ id: z.string() })).min(1) }),
})

/** Makes a filled workshop on a running server through its public API; prints one JSON line. */
async function seed(): Promise<void> {
  const { kind: kindId, notes: count, url, seed: seedNumber } = readArguments()
  const kind = kindById(kindId)
  if (!kind)
    throw new Error(`There is no kind "${kindId}"; there are ${kinds.map(({ id }) => id).join(', ')}.`)
  const base = new URL(url).origin
  const { notes, links } = seedBoard(kind, count, openChance(seedNumber))

  const title = `${kindId}, ${count} notes`
  const created = createdSchema.parse(
    await post(base, '/api/workshops', { title, boards: [{ kind: kindId }] }),
  )
  const key = new URL(created.links.facilitator).hash.slice(1)
  const joined = joinedSchema.parse(await post(base, `/api/workshops/${created.id}/join`, { key }))
  const board = joined.documents.boards[0]?.id ?? ''
  const path = `/api/workshops/${created.id}/boards/${board}`
  for (const part of parts(notes)) await post(base, `${path}/notes`, { notes: part }, joined.token)
  for (const part of parts(links)) await post(base, `${path}/links`, { links: part }, joined.token)
  console.log(JSON.stringify({ ...created, board }))
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string' },
      notes: { type: 'string' },
      url: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  const parsed = argumentsSchema.safeParse(values)
  if (!parsed.success)
    throw new Error(`--${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
  return parsed.data
}

async function post(base: string, path: string, body: unknown, token?: string): Promise<unknown> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  }
  const response = await fetch(base + path, request).catch(() => {
    throw new Error(`${base} does not answer. Is the server running there?`)
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += batch) yield all.slice(at, at + batch)
}

seed().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\nFor example: ${usage}`)
  process.exit(1)
})
