import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { createHistogram, type Histogram } from './histogram.ts'
import { type Heard, LightPerson } from './light-person.ts'
import type { Target } from './targets.ts'

export type Measured = Readonly<Record<string, unknown>>

const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10

async function connect(people: readonly LightPerson[], atOnce = 25): Promise<number[]> {
  const delays: number[] = []
  for (let from = 0; from < people.length; from += atOnce)
    delays.push(...(await Promise.all(people.slice(from, from + atOnce).map((person) => person.connect()))))
  return delays
}

/** Everybody moves a note `edits` times and the cursor `points` times a second, each at their own beat. */
async function live(people: readonly LightPerson[], edits: number, points: number, seconds: number) {
  let [moved, pointed] = [0, 0]
  const startedAt = performance.now()
  const beats = people.map((person) => ({
    person,
    edit: startedAt + (Math.random() * 1000) / (edits || 0.001),
    point: startedAt + (Math.random() * 1000) / (points || 0.001),
  }))
  const until = startedAt + seconds * 1000
  for (let now = startedAt; now < until; now = performance.now()) {
    for (const beat of beats) {
      if (beat.edit <= now) {
        beat.person.move()
        moved += 1
        beat.edit += 1000 / edits
      }
      if (beat.point <= now) {
        beat.person.point()
        pointed += 1
        beat.point += 1000 / points
      }
    }
    await pause(1)
  }
  return { moved, pointed }
}

export interface Fan {
  readonly rooms: number
  readonly people: number
  readonly edits: number
  readonly points: number
  readonly seconds: number
  /** They send presence back as y-websocket's own client does. */
  readonly stock?: boolean
}

/** People who edit and point in rooms: delays from hand to screen, and what the server spends on it. */
export async function fan(target: Target, shape: Fan): Promise<Measured> {
  const [edits, points, echoes, across] = Array.from({ length: 4 }, createHistogram) as [
    Histogram,
    Histogram,
    Histogram,
    Histogram,
  ]
  const hear = ({ delay, sender, kind }: Heard, by: LightPerson) => {
    if (sender === by.id) echoes.add(delay)
    else if (kind === 'edit' && (sender - by.id) % target.nodes !== 0) across.add(delay)
    else if (kind === 'edit') edits.add(delay)
    else points.add(delay)
  }
  const addresses = (await target.rooms(shape.rooms, shape.people)).flat()
  const crowd = addresses.map((address, index) => new LightPerson(index + 1, address, hear))
  await connect(crowd)
  for (const person of crowd) person.reflects = shape.stock ?? false
  await live(crowd, shape.edits, shape.points, 2)
  await pause(500)
  for (const histogram of [edits, points, echoes, across]) histogram.clear()
  const before = await target.cost()
  const own = process.cpuUsage()
  const startedAt = performance.now()
  const { moved } = await live(crowd, shape.edits, shape.points, shape.seconds)
  const after = await target.cost()
  const elapsed = performance.now() - startedAt
  const { user, system } = process.cpuUsage(own)
  const expected = moved * (shape.people - 1)
  const arrived = () => edits.count() + across.count()
  for (let waited = 0; arrived() < expected && waited < 12_000; waited += 20) await pause(20)
  const dropped = crowd.filter(({ closed }) => closed !== null).length
  for (const person of crowd) person.close()
  return {
    processorPercent: Math.round((100 * (after.processorMs - before.processorMs)) / elapsed),
    edits: edits.summary(),
    ...(target.nodes > 1 ? { editsAcross: across.summary() } : {}),
    acknowledged: echoes.summary(),
    ...(shape.points > 0 ? { presence: points.summary() } : {}),
    blockedMs: Math.round(after.blocked),
    moved,
    missing: expected - arrived(),
    dropped,
    generatorPercent: Math.round((user + system) / 10 / elapsed),
    rssMb: megabytes(after.rss),
  }
}

/** How long until somebody who edits is told that it is on disk. Under `vispera.1`, which says so. */
export async function saving(
  target: Target,
  people: number,
  edits: number,
  seconds: number,
): Promise<Measured> {
  const [addresses = []] = await target.rooms(1, people)
  const crowd = addresses.map((address, index) => {
    const protocols = address.protocols.map((name) => (name === 'y-websocket' ? 'vispera.1' : name))
    return new LightPerson(index + 1, { ...address, protocols })
  })
  await connect(crowd)
  await live(crowd, edits, 0, 2)
  for (const { savedAfter } of crowd) savedAfter.length = 0
  const { moved } = await live(crowd, edits, 0, seconds)
  await pause(1000)
  const saved = createHistogram()
  for (const { savedAfter } of crowd) for (const delay of savedAfter) saved.add(delay)
  for (const person of crowd) person.close()
  return { moved, saved: saved.count(), delay: saved.summary() }
}

/** People drag notes for a minute: what the document has grown by afterwards, in bytes. */
export async function drags(target: Target, people: number, seconds: number): Promise<Measured> {
  const [addresses = []] = await target.rooms(1, people + 1)
  const [reader, ...movers] = addresses
  if (!reader) throw new Error('nobody to begin with')
  const size = async () => {
    const one = new LightPerson(9999, reader)
    await connect([one])
    const bytes = Y.encodeStateAsUpdate(one.opening()).length
    one.close()
    return bytes
  }
  const crowd = movers.map((address, index) => new LightPerson(index + 1, address))
  await connect(crowd)
  for (const person of crowd) person.drop()
  await pause(1000)
  const before = await size()
  let drops = 0
  // A drag takes three seconds: twenty places a second as presence, and one on drop.
  for (let drag = 0; drag < seconds / 3; drag += 1) {
    await live(crowd, 0, 20, 3)
    for (const person of crowd) drops += Math.sign(person.drop())
  }
  await pause(1000)
  const after = await size()
  for (const person of crowd) person.close()
  return { drops, bytesBefore: before, grewBytes: after - before }
}

/** A board with many notes as one update, the same for every server. */
function manyNotes(count: number): Uint8Array {
  const doc = new Y.Doc()
  const notes = doc.getMap('notes')
  doc.transact(() => {
    for (let index = 0; index < count; index += 1) {
      const place = { x: (index * 7) % 9000, y: (index * 13) % 9000 }
      const text = new Y.Text(`Idea number ${index}: improve how newcomers find their way`)
      notes.set(
        `note${index.toString(36).padStart(8, '0')}`,
        new Y.Map<unknown>([
          ['kind', 'vision-element'],
          ['text', text],
          ['place', place],
        ]),
      )
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Joining a large board, one by one and many at once, while five people work in a room beside it. */
export async function cold(target: Target, notes: number, joiners: number): Promise<Measured> {
  const beside = createHistogram()
  const [big = [], small = []] = await target.rooms(2, Math.max(joiners + 2, 5))
  const [seeder] = big.slice(0, 1).map((address) => new LightPerson(1, address))
  if (!seeder || !big[1]) throw new Error('nobody to begin with')
  await connect([seeder])
  const before = await target.cost(true)
  seeder.send(manyNotes(notes))
  await pause(2500)

  const joins: number[] = []
  let [frames, bytes] = [0, 0]
  let held = 0
  for (let round = 0; round < 5; round += 1) {
    const one = new LightPerson(2, big[1])
    joins.push(...(await connect([one])))
    ;[frames, bytes] = [one.frames, one.bytes]
    held = one.opening().getMap('notes').size
    one.close()
    await pause(100)
  }
  const after = await target.cost(true)

  const crowd = small.slice(0, 5).map(
    (address, index) =>
      new LightPerson(100 + index, address, ({ delay, sender }, by) => {
        if (sender !== by.id) beside.add(delay)
      }),
  )
  await connect(crowd)
  await live(crowd, 20, 0, 1)
  beside.clear()
  const working = live(crowd, 20, 0, 4)
  await pause(500)
  const storm = big.slice(2, 2 + joiners).map((address, index) => new LightPerson(1000 + index, address))
  const startedAt = performance.now()
  const storming = (await Promise.all(storm.map((person) => person.connect()))).sort((a, b) => a - b)
  const lastIn = performance.now() - startedAt
  await working
  await pause(300)
  const { blocked } = await target.cost()
  for (const person of [seeder, ...crowd, ...storm]) person.close()
  joins.sort((a, b) => a - b)
  const rounded = (ms: number | undefined) => Math.round((ms ?? Number.NaN) * 10) / 10
  return {
    notes: held,
    bytes,
    frames,
    joinMs: rounded(joins[2]),
    lastOfManyMs: rounded(lastIn),
    medianOfManyMs: rounded(storming[storming.length >> 1]),
    besideMs: beside.summary(),
    heldMb: megabytes(after.heapUsed + after.external - before.heapUsed - before.external),
    blockedMs: Math.round(blocked),
  }
}

/**
 * Memory of people who do nothing, and what is left when they have gone. They come in two halves: what the first
 * half costs more than the second was spent once, on code and threads, and not on each of them.
 */
export async function idle(target: Target, rooms: number, people: number): Promise<Measured> {
  const addresses = (await target.rooms(rooms, people)).flat()
  const crowd = addresses.map((address, index) => new LightPerson(index + 1, address))
  const half = (rooms >> 1) * people
  const settle = async (arriving: readonly LightPerson[]) => {
    await connect(arriving, 50)
    for (const person of arriving) {
      if (person.id % people === 1) person.move()
      person.point()
    }
    await pause(4000)
    return target.cost(true)
  }
  const before = await target.cost(true)
  const first = await settle(crowd.slice(0, half))
  const there = await settle(crowd.slice(half))
  const quiet = await target.cost()
  await pause(5000)
  const still = await target.cost()
  for (const person of crowd) person.close()
  const left: number[] = []
  // A server gives memory back by itself, or not.
  for (let waited = 0; waited < 120; waited += 30) {
    await pause(30_000)
    left.push(megabytes((await target.cost()).rss))
  }
  const gone = await target.cost(true)
  const held = ({ heapUsed, external }: typeof before) => heapUsed + external
  const each = (bytes: number, connections: number) => Math.round(bytes / 102.4 / connections) / 10
  const later = crowd.length - half
  return {
    connections: crowd.length,
    rssKbEach: each(there.rss - first.rss, later),
    heapKbEach: each(held(there) - held(first), later),
    firstHalf: {
      rssKbEach: each(first.rss - before.rss, half),
      heapKbEach: each(held(first) - held(before), half),
    },
    idleProcessorPercent: Math.round((still.processorMs - quiet.processorMs) / 5) / 10,
    rssMb: { before: megabytes(before.rss), with: megabytes(there.rss), after: left },
    heapMb: {
      before: megabytes(before.heapUsed),
      with: megabytes(there.heapUsed),
      after: megabytes(gone.heapUsed),
    },
  }
}

/**
 * Somebody stops reading in a busy room. The same is done three times, the last time with them: what has grown in the
 * second is what the writing alone costs.
 */
export async function slow(target: Target, seconds: number, kilobytes: number): Promise<Measured> {
  const delays = createHistogram()
  const [addresses = []] = await target.rooms(1, 8)
  const crowd = addresses.map(
    (address, index) =>
      new LightPerson(index + 1, address, ({ delay, sender }, by) => {
        if (sender !== by.id) delays.add(delay)
      }),
  )
  await connect(crowd)
  const [stuck, ...others] = crowd
  const writers = others.slice(0, 4)
  const watchers = others.slice(4)
  const run = async () => {
    delays.clear()
    const words = 'x'.repeat(kilobytes * 1024)
    const until = performance.now() + seconds * 1000
    let bytes = 0
    while (performance.now() < until) {
      for (const { doc, id } of writers) {
        const before = Y.encodeStateVector(doc)
        const note = new Y.Map<unknown>([
          ['kind', 'vision-element'],
          ['text', new Y.Text(`${words}${Math.random()}`)],
          ['place', { x: 0, y: 0 }],
        ])
        doc.getMap<unknown>('notes').set(`big${id}`, note)
        const update = Y.encodeStateAsUpdate(doc, before)
        const writer = crowd.find((person) => person.id === id)
        bytes += writer?.send(update) ?? 0
      }
      for (const watcher of watchers) watcher.move()
      await pause(20)
    }
    await pause(500)
    return { bytes, delays: delays.summary() }
  }
  await run()
  const before = await target.cost(true)
  const calm = await run()
  const between = await target.cost(true)
  stuck?.pause()
  const busy = await run()
  const after = await target.cost(true)
  for (const person of crowd) person.close()
  const held = ({ heapUsed, external }: typeof before) => heapUsed + external
  const grew = (from: typeof before, to: typeof before) => ({
    rss: megabytes(to.rss - from.rss),
    held: megabytes(held(to) - held(from)),
  })
  return {
    sentMb: megabytes(busy.bytes),
    others: { reading: calm.delays, notReading: busy.delays },
    grewMb: { reading: grew(before, between), notReading: grew(between, after) },
    sentAway: stuck?.closed ?? null,
  }
}
