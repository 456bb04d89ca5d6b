import * as Y from 'yjs'
import { openMemoryStore } from '../../packages/storage/src/index.ts'
import {
  presenceFrame,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from '../../packages/sync/src/frames.ts'
import { openRooms } from '../../packages/sync/src/index.ts'
import { aPerson } from '../../packages/sync/src/testing/a-person.ts'
import { aClock, rest } from '../../packages/sync/src/testing/manual-clock.ts'
import { mutated } from '../../packages/sync/src/testing/mutated.ts'
import { aRandom } from '../../packages/sync/src/testing/random.ts'
import { randomEdit } from '../../packages/sync/src/testing/random-edit.ts'
import { crashers } from './crashers.ts'
import { canonical, isWaiting } from './same.ts'
import { type Report, runAsScript } from './script.ts'

// node tests/faults/mutated-frames.ts --count 5000000 [--seed 1]
//
// T8. Frames of every type, recorded from honest people and then mutated, from somebody's own second device and from
// a stranger. A refused frame changes nothing and reaches nobody; whatever is taken leaves everybody, and the
// document as it is read again from the log, with the same. A round that fails names its seed: `--seed <it>
// --count 250` plays it again.

export const mutatedFramesDefaults = { count: 30_000, seed: 1 }

const document = 'w/board/b'
const roots = { notes: 'map', order: 'array' } as const
const rules = () => ({ roots })
const look = (doc: Y.Doc) => canonical(doc, roots)
const framesPerRound = 250
const queryPresence = Uint8Array.of(3)
/** After that a participant whose frames were refused is let in again. */
const forgivenAfterMs = 121_000

interface Tally {
  readonly failures: string[]
  refused: number
  taken: number
  without: number
  over100ms: number
  longestMs: number
}

export async function mutatedFrames({ count, seed }: typeof mutatedFramesDefaults): Promise<Report> {
  const tally: Tally = { failures: [], refused: 0, taken: 0, without: 0, over100ms: 0, longestMs: 0 }
  for (let round = 0; round * framesPerRound < count; round += 1) {
    const attempts = Math.min(framesPerRound, count - round * framesPerRound)
    await playRound(seed + round, attempts, tally)
    if (tally.failures.length >= 10) break
  }
  const { failures, longestMs, ...figures } = tally
  // Fewer than asked for where so much failed that it was given up.
  const tried = figures.refused + figures.taken + figures.without
  return { failures, figures: { count: tried, seed, ...figures, longestMs: Math.round(longestMs) } }
}

async function playRound(seed: number, attempts: number, tally: Tally) {
  const random = aRandom(seed)
  const place = aPlace(seed, tally)
  const { observer, frames } = await honestPeople(place, random)
  for (let index = 0; index < attempts; index += 1) {
    const bytes = crashers[index]?.bytes ?? frames.next()
    const participant = random() < 0.7 ? 'ana' : `stranger-${index}`
    await attack(place, observer, participant, bytes, tally)
  }

  // What was taken may be anything, but it is the same for all.
  const newcomer = aPerson(place.rooms, { document, participant: 'newcomer' })
  await place.settle()
  const live = await place.rooms.read(document, look)
  const again = openRooms({ store: place.store, clock: place.clock, rules })
  const views = {
    'read again from the log': await again.read(document, look),
    'the observer': look(observer.doc),
    'a newcomer': look(newcomer.doc),
  }
  for (const [who, seen] of Object.entries(views))
    if (seen !== live) tally.failures.push(`seed ${seed}: ${who} and the room see different documents`)
  for (const person of [observer, newcomer]) {
    if (isWaiting(person.doc))
      tally.failures.push(`seed ${seed}: something waits for ever at ${person.session.participant}`)
    person.awareness.destroy()
  }
}

type Place = ReturnType<typeof aPlace>

function aPlace(seed: number, tally: Tally) {
  const inner = openMemoryStore()
  const clock = aClock()
  const counts = { appends: 0 }
  const store: typeof inner = {
    ...inner,
    append(batch) {
      counts.appends += 1
      return inner.append(batch)
    },
  }
  const rooms = openRooms({
    store,
    clock,
    rules,
    random: aRandom(seed + 1),
    idleMs: 1e12,
    onIncident: ({ kind, reason }) => {
      if (kind !== 'update-refused') tally.failures.push(`seed ${seed}: ${kind}: ${reason}`)
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await rest()
      clock.advance(100)
    }
  }
  return { seed, store, clock, rooms, counts, settle }
}

/** Somebody who only listens, and every frame of somebody who wrote, the last third of which never arrived. */
async function honestPeople({ rooms, settle }: Place, random: () => number) {
  const recorded: Uint8Array[] = [queryPresence]
  let isCut = false
  const listening: typeof rooms = {
    ...rooms,
    join(name, connection, session) {
      const member = rooms.join(name, connection, session)
      const receive = (bytes: Uint8Array) => {
        recorded.push(bytes)
        if (!isCut) member.receive(bytes)
      }
      return { ...member, receive }
    },
  }
  const client = 1 + Math.floor(random() * 1000)
  const ana = aPerson(listening, { document, participant: 'ana', client })
  await settle()
  ana.awareness.setLocalState({ cursor: { x: 1, y: 2 }, editing: 'n1' })
  for (let edit = 0; edit < 60; edit += 1) randomEdit(ana.doc, random)
  await settle()
  ana.disconnect().connect()
  await settle()
  isCut = true
  const arrived = recorded.length
  for (let edit = 0; edit < 30; edit += 1) randomEdit(ana.doc, random)
  recorded.push(step1Frame(Y.encodeStateVector(ana.doc)))
  const unsent = recorded.splice(arrived)
  const whole = step2Frame(Y.encodeStateAsUpdate(ana.doc))
  ana.disconnect().awareness.destroy()
  const observer = aPerson(rooms, { document, participant: 'observer', access: 'read' })
  await settle()
  return { observer, frames: aSupply(recorded, unsent, whole, random) }
}

/**
 * Frames to attack with: mostly what would be next, or all of it at once, after a change or two; now and then one
 * as it was, so that there is something next.
 */
function aSupply(old: readonly Uint8Array[], unsent: Uint8Array[], whole: Uint8Array, random: () => number) {
  const near = () => unsent[Math.floor(random() * Math.min(3, unsent.length))] ?? whole
  return {
    next(): Uint8Array {
      const luck = random()
      if (luck < 0.02) return unsent.shift() ?? whole
      if (luck < 0.3) return withinFrame(near(), nudged, random)
      if (luck < 0.5) return withinFrame(whole, nudged, random)
      if (luck < 0.6) return withinFrame(near(), mutated, random)
      if (luck < 0.7) return withinFrame(whole, mutated, random)
      const frame = old[Math.floor(random() * old.length)] ?? whole
      return luck < 0.85 ? withinFrame(frame, mutated, random) : mutated(frame, random)
    },
  }
}

type Change = (bytes: Uint8Array, random: () => number) => Uint8Array

/** Changes what a frame carries and leaves the frame whole, or most would be turned away at the door. */
function withinFrame(bytes: Uint8Array, change: Change, random: () => number): Uint8Array {
  const frame = readFrame(bytes)
  switch (frame?.kind) {
    case 'step1':
      return step1Frame(change(frame.vector, random))
    case 'step2':
      return step2Frame(change(frame.update, random))
    case 'update':
      return updateFrame(change(frame.update, random))
    case 'presence':
      return presenceFrame(change(frame.states, random))
    default:
      return change(bytes, random)
  }
}

/** Moves one or two numbers a little: to a neighbour, to another client's clock, one letter further. */
function nudged(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = original.slice()
  for (let times = random() < 0.7 ? 1 : 2; times > 0; times -= 1) {
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) + (random() < 0.5 ? 1 : -1) * (1 + Math.floor(random() * 3))
  }
  return bytes
}

async function attack(
  place: Place,
  observer: ReturnType<typeof aPerson>,
  participant: string,
  bytes: Uint8Array,
  tally: Tally,
) {
  const { rooms, clock, counts, seed } = place
  const before = { appends: counts.appends, frames: told(observer) }
  let closed = 0
  const connection = {
    protocol: 'y-websocket' as const,
    bufferedAmount: 0,
    send() {},
    close(code: number) {
      closed ||= code
    },
  }
  const member = rooms.join(document, connection, { participant, access: 'write', presence: null })
  await rest()
  const startedAt = performance.now()
  try {
    member.receive(bytes)
  } catch (error) {
    tally.failures.push(`seed ${seed}: ${hex(bytes)} made the room throw ${String(error)}`)
  }
  await rest()
  const ms = performance.now() - startedAt
  if (ms > 100) tally.over100ms += 1
  tally.longestMs = Math.max(tally.longestMs, ms)
  clock.advance(50)
  await rest()
  if (closed !== 0) {
    tally.refused += 1
    const isUnchanged = counts.appends === before.appends && told(observer) === before.frames
    if (!isUnchanged) tally.failures.push(`seed ${seed}: ${hex(bytes)} was refused and has changed something`)
    if (closed !== 4400) tally.failures.push(`seed ${seed}: ${hex(bytes)} was closed with ${closed}`)
    clock.advance(forgivenAfterMs)
  } else if (counts.appends > before.appends) tally.taken += 1
  else tally.without += 1
  member.leave()
}

/** How much the others have been told, but for the sign of life. */
const told = ({ line }: ReturnType<typeof aPerson>) =>
  line.received.filter((frame) => !(frame.length === 3 && frame[2] === 0)).length

const hex = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 200)).toString('hex')

if (import.meta.main) await runAsScript('T8 mutated frames', mutatedFramesDefaults, mutatedFrames)
