import { roles } from '@vispera/board'
import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'
import type { BoardPresence, Person, Signals } from './workshop-session.ts'

/** As the server signs it; an empty id stands for nobody. */
const personSchema = z.object({
  id: z.string(),
  name: z.string().check(z.maxLength(200)),
  color: z.int().check(z.minimum(0), z.maximum(6)),
  role: z.enum(roles),
})
const coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7))
const boardStateSchema = z.object({
  user: personSchema,
  cursor: z.optional(z.nullable(z.tuple([coordinate, coordinate]))),
  held: z.optional(
    z.array(z.object({ id: z.string(), x: coordinate, y: coordinate })).check(z.maxLength(2_000)),
  ),
  writing: z.optional(z.nullable(z.string())),
  laser: z.optional(z.nullable(z.tuple([coordinate, coordinate]))),
})
const word = z.catch(z.nullable(z.string().check(z.maxLength(64))), null)
const signalsSchema = z.object({
  view: z.catch(z.nullable(z.object({ x: coordinate, y: coordinate, w: coordinate, h: coordinate })), null),
  hand: z.catch(z.nullable(z.number()), null),
  ready: word,
  follows: word,
  lowers: z.catch(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)), []),
})
const stageStateSchema = z.object({ user: personSchema, at: z.optional(z.nullable(z.string())) })

/** Everybody else on a board. A state that does not parse is nobody. */
export function readOthers(awareness: Awareness): readonly BoardPresence[] {
  const others: BoardPresence[] = []
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const parsed = boardStateSchema.safeParse(state)
    if (!parsed.success) continue
    const { user, cursor = null, held = [], writing = null, laser = null } = parsed.data
    others.push({ person: user, client, cursor, held, writing, laser })
  }
  return others
}

/** Who is in the workshop beside this page, each once, and which board they have on screen. */
export function readAttendance(awareness: Awareness): {
  people: readonly Person[]
  at: ReadonlyMap<string, string>
  signals: ReadonlyMap<string, Signals>
} {
  const people = new Map<string, Person>()
  const at = new Map<string, string>()
  const signals = new Map<string, Signals>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const parsed = stageStateSchema.safeParse(state)
    if (!parsed.success) continue
    people.set(parsed.data.user.id, parsed.data.user)
    const { id } = parsed.data.user
    if (parsed.data.at) at.set(id, parsed.data.at)
    const said = signalsSchema.parse(state)
    const other = signals.get(id)
    // On two devices at once: what either of them says.
    signals.set(
      id,
      other ? { ...said, hand: said.hand ?? other.hand, ready: said.ready ?? other.ready } : said,
    )
  }
  return { people: [...people.values()], at, signals }
}
