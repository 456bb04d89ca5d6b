import { roles } from '@vispera/board'
import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'
import type { BoardPresence, MyPresence, Person } from './workshop-session.ts'

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
})
const stageStateSchema = z.object({ user: personSchema, at: z.optional(z.nullable(z.string())) })

/** Everybody else on a board. A state that does not parse is nobody. */
export function readOthers(awareness: Awareness): readonly BoardPresence[] {
  const others: BoardPresence[] = []
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const parsed = boardStateSchema.safeParse(state)
    if (!parsed.success) continue
    const { user, cursor = null, held = [], writing = null } = parsed.data
    others.push({ person: user, client, cursor, held, writing })
  }
  return others
}

/** Who is in the workshop beside this page, each once, and which board they have on screen. */
export function readAttendance(awareness: Awareness): {
  people: readonly Person[]
  at: ReadonlyMap<string, string>
} {
  const people = new Map<string, Person>()
  const at = new Map<string, string>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const parsed = stageStateSchema.safeParse(state)
    if (!parsed.success) continue
    people.set(parsed.data.user.id, parsed.data.user)
    if (parsed.data.at) at.set(parsed.data.user.id, parsed.data.at)
  }
  return { people: [...people.values()], at }
}

/** At most 15 a second. */
const everyMs = 66

/** Publishes what I do on a board: the first change at once, then the latest of each window. */
export function createPublisher(awareness: Awareness): {
  publish(presence: MyPresence): void
  close(): void
} {
  let latest: MyPresence = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false
  const send = () => {
    isStale = false
    awareness.setLocalState({ ...awareness.getLocalState(), ...latest })
    timer = setTimeout(() => {
      timer = undefined
      if (isStale) send()
    }, everyMs)
  }
  return {
    publish(presence) {
      latest = { ...latest, ...presence }
      if (timer === undefined) send()
      else isStale = true
    },
    close: () => clearTimeout(timer),
  }
}
