import { randomUUID } from 'node:crypto'
import { type Role, roles } from '@vispera/board'
import type { Bus } from '@vispera/storage'
import { z } from 'zod'
import { openLine } from './open-line.ts'

/** What changes here is told to others within this time. */
const soonMs = 250
/** Everybody is told anew this often; a machine that says nothing for longer than `silenceMs` is gone. */
const repeatMs = 5_000
const silenceMs = 15_000

const personSchema = z.tuple([z.string(), z.enum(roles)])
/** A participant and what they are just now. */
export type Person = readonly [participant: string, role: Role]

const messageSchema = z.union([
  z.object({ node: z.string(), workshop: z.string(), people: z.array(personSchema) }),
  z.object({ asks: z.literal('who') }),
])

/** Who is connected to the other machines of this store. */
export interface Elsewhere {
  people(workshop: string): Person[]
  /** Somebody has come or gone here, or is something else. */
  changed(workshop: string): void
  /** Calls back, whoever asks for it, when somebody has come or gone on another machine. */
  onChange(callback: (workshop: string) => void): void
  /**
   * Whether what one machine does for all is ours to do in this workshop: of those with people in it, the first by
   * name. Two may think so for a moment, so it is for what does no harm twice.
   */
  isOurs(workshop: string): boolean
  close(): void
}

export function openElsewhere(
  bus: Bus,
  now: () => number,
  here: { workshops(): string[]; people(workshop: string): Person[] },
): Elsewhere {
  const node = randomUUID()
  const line = openLine(bus, 'attendance', messageSchema)
  /** By workshop, then by machine. */
  const told = new Map<string, Map<string, { people: Person[]; heardAt: number }>>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const callbacks = new Set<(workshop: string) => void>()

  const tell = (workshop: string) => line.say({ node, workshop, people: here.people(workshop) as never })
  const tellAll = () => here.workshops().forEach(tell)
  const flush = () => {
    timer = null
    for (const workshop of waiting) tell(workshop)
    waiting.clear()
  }

  const hear = (workshop: string, from: string, people: Person[]) => {
    const nodes = told.get(workshop) ?? new Map()
    const before = JSON.stringify(nodes.get(from)?.people ?? [])
    if (people.length > 0) nodes.set(from, { people, heardAt: now() })
    else nodes.delete(from)
    if (nodes.size > 0) told.set(workshop, nodes)
    else told.delete(workshop)
    if (JSON.stringify(people) !== before) for (const callback of callbacks) callback(workshop)
  }
  const forgetSilent = () => {
    // Where nothing can be heard, silence says nothing.
    if (!bus.health().connected) return
    for (const [workshop, nodes] of told)
      for (const [from, { heardAt }] of nodes) if (now() - heardAt > silenceMs) hear(workshop, from, [])
  }

  line.hear((message) => {
    if ('asks' in message) tellAll()
    else hear(message.workshop, message.node, message.people)
  })
  bus.onGap(() => {
    for (const nodes of told.values()) for (const one of nodes.values()) one.heardAt = now()
    tellAll()
    line.say({ asks: 'who' })
  })
  const repeat = () => {
    forgetSilent()
    tellAll()
  }
  const repeating = bus.isShared ? setInterval(repeat, repeatMs).unref() : undefined
  line.say({ asks: 'who' })

  return {
    people: (workshop) => [...(told.get(workshop)?.values() ?? [])].flatMap(({ people }) => people),
    changed(workshop) {
      if (!bus.isShared) return
      waiting.add(workshop)
      timer ??= setTimeout(flush, soonMs).unref()
    },
    onChange: (callback) => void callbacks.add(callback),
    isOurs(workshop) {
      const others = [...(told.get(workshop)?.keys() ?? [])]
      if (others.length === 0) return true
      return here.people(workshop).length > 0 && others.every((other) => node < other)
    },
    close() {
      clearInterval(repeating)
      clearTimeout(timer ?? undefined)
      for (const workshop of here.workshops()) line.say({ node, workshop, people: [] })
    },
  }
}
