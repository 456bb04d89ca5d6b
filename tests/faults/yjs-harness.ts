import { createDecoder } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { create, type PRNG, real53 } from 'lib0/prng'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { applyRandomTests, TestConnector, TestYInstance } from 'yjs/testHelper'
import { boardRoots } from '../../packages/board/src/index.ts'
import { updateFrame } from '../../packages/sync/src/frames.ts'
import { complaintsOf, inAPlace, type Place } from './a-place.ts'
import { type Joined, makeWorkshop } from './a-workshop.ts'
import { boardEdit } from './board-edit.ts'
import { openPlain } from './people.ts'
import { canonical, isWaiting } from './same.ts'
import { structsOf } from './same-structs.ts'
import { type Report, runAsScript } from './script.ts'
import { openWire } from './wire.ts'

// node tests/faults/yjs-harness.ts [--runs 50 --iterations 3000] [--port 21420] [--seed 1]
//
// The Yjs project's own random test: its five users, its luck, its comparison down to the last struct, from its own
// package. What is ours is that its users have real sockets to a real server instead of each other's ears, and that
// what they do is done to a board. Its connector is replaced method by method below, because it offers no other way.

export const yjsHarnessDefaults = { runs: 50, iterations: 3000, port: 21_420, seed: 1 }

type Options = typeof yjsHarnessDefaults

export const yjsHarness = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryHarness(place, options))

async function tryHarness(place: Place, { runs, iterations, seed }: Options): Promise<Report> {
  const failures: string[] = []
  const counts = { acts: 0, frames: 0, partitions: 0, strictly: 0 }
  for (let run = seed; run < seed + runs && failures.length < 5; run += 1) {
    const sit = await makeWorkshop(place.url)
    const seats = await Promise.all(Array.from({ length: 5 }, () => sit('participant')))
    const { users, restore } = connectBySocket(place.url, seats, counts)
    try {
      applyRandomTests({ prng: create(run) }, mods(counts), iterations)
      counts.strictly += 1
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      // With boards, it fails there without any server too; see structsOf.
      if (!why.includes('compareStructStores')) failures.push(`seed ${run}: ${why}`)
    }
    for (const problem of differences([...users])) failures.push(`seed ${run}: ${problem}`)
    const [[first], [seat]] = [[...users], seats]
    if (seat && first && (await look(place.url, seat)) !== canonical(first, boardRoots))
      failures.push(`seed ${run}: a newcomer sees another board`)
    await restore()
  }
  failures.push(...complaintsOf(place.server()))
  return { failures, figures: { runs, iterations, ...counts } }
}

/** How the users differ from each other and from a document into which all they received is merged. */
function differences(users: readonly TestYInstance[]): string[] {
  const merged = users.map((user) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.mergeUpdates(user.updates))
    return doc
  })
  const docs = [...users, ...merged]
  const views = {
    'the board': docs.map((doc) => canonical(doc, boardRoots)),
    'what it is made of': docs.map(structsOf),
  }
  const problems = docs.some(isWaiting) ? ['something waits for a part that never came'] : []
  for (const [what, seen] of Object.entries(views))
    if (new Set(seen).size > 1) problems.push(`${what} is not the same for all`)
  return problems
}

async function look(url: string, seat: Joined) {
  const newcomer = openPlain(url, seat)
  await newcomer.synced
  const view = canonical(newcomer.doc, boardRoots)
  newcomer.close()
  return view
}

function mods(counts: { acts: number }) {
  return [
    (doc: Y.Doc, gen: unknown) => {
      counts.acts += 1
      boardEdit(doc, 'somebody', () => real53(gen as PRNG))
    },
    (doc: Y.Doc, gen: unknown) => type(doc, () => real53(gen as PRNG)),
  ]
}

/** Letters and bold type in words that everybody writes at once: what Yjs finds hardest. */
function type(doc: Y.Doc, random: () => number) {
  const notes = [...doc.getMap<Y.Map<unknown>>('notes').values()]
  const text = notes[Math.floor(random() * Math.min(3, notes.length))]?.get('text')
  if (!(text instanceof Y.Text)) return
  const words = text.toString()
  const at = besidePair(words, Math.floor(random() * (words.length + 1)))
  const rest = words.length - at
  const count = besidePair(words, at + 1 + Math.floor(random() * Math.min(8, rest))) - at
  if (random() < 0.3 && rest > 0 && count > 0) text.delete(at, count)
  else if (random() < 0.1 && rest > 0) text.format(at, rest, { bold: random() < 0.5 ? true : null })
  else text.insert(at, random().toString(36).slice(2, 5))
}

/**
 * A place that is not within a letter of two halves. Yjs spoils such a letter in the copy where it was cut, and only
 * there, even when nothing comes of the cut; our commands never cut one.
 */
function besidePair(words: string, at: number): number {
  const half = words.charCodeAt(at)
  return half >= 0xdc00 && half <= 0xdfff ? at - 1 : at
}

/** Makes every user of the harness a client of the server; answers them and what undoes that. */
function connectBySocket(
  url: string,
  seats: readonly Joined[],
  counts: { frames: number; partitions: number },
) {
  const wire = openWire()
  const queues = new Map<number, Uint8Array[]>()
  const known = new Set<TestYInstance>()
  const user = TestYInstance.prototype
  const connector = TestConnector.prototype
  const before = {
    connect: user.connect,
    disconnect: user.disconnect,
    receive: user._receive,
    one: connector.flushRandomMessage,
    all: connector.flushAllMessages,
  }

  user.connect = function connect() {
    if (this.tc.onlineConns.has(this)) return
    const seat = seats[this.userID]
    if (!seat) throw new Error(`there is no seat for user ${this.userID}`)
    wire.open(this.userID, `${url.replace('http', 'ws')}/sync/${seat.board}`, seat.token)
    queues.set(this.userID, [])
    this.tc.onlineConns.add(this)
    if (!known.has(this)) {
      known.add(this)
      this.on('update', (update: Uint8Array, origin: unknown) => {
        const isOwn = origin !== this.tc && this.tc.onlineConns.has(this)
        if (isOwn) wire.send(this.userID, updateFrame(update))
      })
    }
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    writeSyncStep1(encoder, this)
    wire.send(this.userID, toUint8Array(encoder))
  }
  user.disconnect = function disconnect() {
    if (!this.tc.onlineConns.delete(this)) return
    counts.partitions += 1
    wire.close(this.userID)
    queues.delete(this.userID)
  }
  // What the users tell each other goes by way of the server now.
  user._receive = () => {}

  const fetch = (waitMs: number) => {
    const taken = wire.take(waitMs)
    if (taken.closed.length > 0) throw new Error(`an honest user was closed with ${taken.closed}`)
    for (const { user: id, bytes } of taken.frames) queues.get(id)?.push(bytes)
    return taken.isQuiet
  }
  connector.flushRandomMessage = function flushRandomMessage() {
    fetch(0)
    const hearing = [...this.onlineConns].filter(({ userID }) => (queues.get(userID)?.length ?? 0) > 0)
    const hearer = hearing[Math.floor(real53(this.prng as PRNG) * hearing.length)]
    const frame = hearer && queues.get(hearer.userID)?.shift()
    if (!hearer || !frame) return false
    counts.frames += 1
    const reply = createEncoder()
    writeVarUint(reply, 0)
    readSyncMessage(createDecoder(frame.subarray(1)), reply, hearer, this)
    if (length(reply) > 1) wire.send(hearer.userID, toUint8Array(reply))
    return true
  }
  connector.flushAllMessages = function flushAllMessages() {
    const online = [...this.onlineConns]
    const snapshots = () =>
      online.map((doc) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex'))
    const first = snapshots().join()
    const until = performance.now() + 30_000
    for (;;) {
      while (this.flushRandomMessage());
      const isQuiet = fetch(2)
      const isHeard = online.every(({ userID }) => queues.get(userID)?.length === 0)
      const now = snapshots()
      if (isQuiet && isHeard && new Set(now).size <= 1) return now.join() !== first
      if (performance.now() > until) throw new Error('half a minute later the users still differ')
    }
  }

  const restore = async () => {
    Object.assign(user, { connect: before.connect, disconnect: before.disconnect, _receive: before.receive })
    Object.assign(connector, { flushRandomMessage: before.one, flushAllMessages: before.all })
    await wire.end()
  }
  return { users: known, restore }
}

if (import.meta.main) await runAsScript('Yjs random test over sockets', yjsHarnessDefaults, yjsHarness)
