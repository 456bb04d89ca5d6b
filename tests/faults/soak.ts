import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type * as Y from 'yjs'
import { boardRoots, deleteNotes, notesOf } from '../../packages/board/src/index.ts'
import { aRandom } from '../../packages/sync/src/testing/random.ts'
import { comesTrue, complaintsOf, inAPlace, type Place } from './a-place.ts'
import { makeWorkshop, type Seated } from './a-workshop.ts'
import { boardEdit } from './board-edit.ts'
import { openPlain } from './people.ts'
import { canonical } from './same.ts'
import { type Report, runAsScript } from './script.ts'
import { realServer, type ServerProcess } from './server-process.ts'

// node tests/faults/soak.ts [--minutes 45 --people 50 --workshops 5 --kills 2] [--port 21500] [--seed 1]
//
// T17. People come, edit, go and come back for a long time, and the power goes a few times in the first third. Then
// what the server holds, after collecting its garbage, has to stay as it is: memory, open files, timers. The boards grow
// with what is written, and memory with them; so at the end a fresh server opens the same boards for the same people,
// and what the old one held beyond that was left behind by the hours.

export const soakDefaults = { minutes: 45, people: 50, workshops: 5, kills: 2, port: 21_500, seed: 1 }

type Options = typeof soakDefaults

const mostLooksEveryMs = 30_000
const mostNotes = 150
/** More than this left behind is no luck any more. */
const mostGrowthMb = 4

interface Vitals {
  readonly atMs: number
  readonly heapMb: number
  readonly rssMb: number
  readonly timers: number
  readonly files: number
}

export const soak = (options: Options): Promise<Report> =>
  inAPlace(
    options.port,
    (place) => trySoak(place, options),
    realServer.replace('node', 'node --expose-gc --import ./tests/faults/vitals.ts'),
  )

async function trySoak(place: Place, { minutes, people, workshops, kills, seed }: Options): Promise<Report> {
  const random = aRandom(seed)
  const failures: string[] = []
  const joins = await Promise.all(Array.from({ length: workshops }, () => makeWorkshop(place.url)))
  const startedAt = performance.now()
  const until = startedAt + minutes * 60_000
  const counts = { visits: 0, edits: 0 }
  const crowd: Promise<void>[] = []
  for (let index = 0; index < people; index += 1) {
    const seat = await joins[index % joins.length]?.('participant')
    if (seat) crowd.push(comeAndGo(place.url, seat, until, random, counts, failures))
  }

  const looks: Vitals[] = []
  let killed = 0
  while (performance.now() < until) {
    await pause(Math.min(mostLooksEveryMs, minutes * 2000, until - performance.now()))
    const passed = (performance.now() - startedAt) / (minutes * 60_000)
    if (killed < kills && passed > ((killed + 1) / (kills + 1)) * 0.33) {
      killed += 1
      await place.restart()
    } else if (passed > 0.4) looks.push(await lookInside(place.server(), startedAt))
  }
  await Promise.all(crowd)

  const last = await withEverybodyIn(place, joins, people, random)
  await place.restart()
  const fresh = await withEverybodyIn(place, joins, people, random)
  const leftBehindMb = Math.round((last.heapMb - fresh.heapMb) * 10) / 10
  if (leftBehindMb > mostGrowthMb)
    failures.push(`${leftBehindMb} MB are held that a fresh server does without`)

  for (const sit of joins) {
    const [one, other] = [
      openPlain(place.url, await sit('observer')),
      openPlain(place.url, await sit('observer')),
    ]
    await Promise.all([one.synced, other.synced])
    if (canonical(one.doc, boardRoots) !== canonical(other.doc, boardRoots))
      failures.push('two newcomers see two boards')
    for (const { close } of [one, other]) close()
  }
  failures.push(...complaintsOf(place.server()))
  for (const what of ['files', 'timers'] as const)
    if (growth(looks, what).total > people / 2)
      failures.push(`there are ${growth(looks, what).total} more ${what}`)
  return {
    failures,
    figures: {
      minutes,
      people,
      kills: killed,
      ...counts,
      heapMbPerHour: growth(looks, 'heapMb').perHour,
      rssMbPerHour: growth(looks, 'rssMb').perHour,
      leftBehindMb,
      leftBehindMbPerHour: Math.round((leftBehindMb / minutes) * 600) / 10,
      barMbPerHour: 1,
      last: JSON.stringify(last),
      fresh: JSON.stringify(fresh),
      storedMb: storedMb(place.data),
    },
  }
}

/** Somebody who stays for a while, is gone for a while, and edits now and then. */
async function comeAndGo(
  url: string,
  seat: Seated,
  until: number,
  random: () => number,
  counts: { visits: number; edits: number },
  failures: string[],
) {
  while (performance.now() < until) {
    const person = openPlain(url, seat)
    counts.visits += 1
    person.provider.on('closed', ({ code, reason }) => {
      if (code >= 4400 && code < 4500) failures.push(`somebody honest was closed with ${code}: ${reason}`)
    })
    if (!(await comesTrue(() => person.provider.synced))) failures.push('somebody could not come in')
    const leavesAt = Math.min(until, performance.now() + 5000 + 60_000 * random())
    while (performance.now() < leavesAt) {
      edit(person.doc, random)
      counts.edits += 1
      await pause(2000 + 6000 * random())
    }
    person.close()
    await pause(Math.max(0, Math.min(5000 * random(), until - performance.now())))
  }
}

/** What the server holds while everybody is in and has just written. */
async function withEverybodyIn(
  place: Place,
  joins: readonly Awaited<ReturnType<typeof makeWorkshop>>[],
  people: number,
  random: () => number,
): Promise<Vitals> {
  const seats = await Promise.all(
    Array.from({ length: people }, (_, index) => joins[index % joins.length]?.('participant')),
  )
  const crowd = seats.flatMap((seat) => (seat ? [openPlain(place.url, seat)] : []))
  await comesTrue(() => crowd.every(({ provider }) => provider.synced))
  for (const { doc } of crowd) edit(doc, random)
  await pause(3000)
  const vitals = await lookInside(place.server(), performance.now())
  for (const { close } of crowd) close()
  await pause(1000)
  return vitals
}

function edit(doc: Y.Doc, random: () => number) {
  const ids = [...notesOf(doc).keys()]
  if (ids.length > mostNotes) deleteNotes(doc, ids.slice(0, 5))
  boardEdit(doc, 'somebody', random)
}

async function lookInside(server: ServerProcess, startedAt: number): Promise<Vitals> {
  const said = () =>
    server
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('vitals '))
  const before = said().length
  process.kill(server.pid, 'SIGUSR2')
  await comesTrue(() => said().length > before)
  const { heapUsed, rss, timers } = JSON.parse(said().at(-1)?.slice('vitals '.length) ?? '{}')
  const mb = (bytes: number) => Math.round(bytes / 100_000) / 10
  const files = readdirSync(`/proc/${server.pid}/fd`).length
  return { atMs: performance.now() - startedAt, heapMb: mb(heapUsed), rssMb: mb(rss), timers, files }
}

/** How much more there is in the second half than in the first, on average; and what that makes in an hour. */
function growth(looks: readonly Vitals[], what: Exclude<keyof Vitals, 'atMs'>) {
  const half = Math.floor(looks.length / 2)
  const mean = (some: readonly Vitals[], of: keyof Vitals) =>
    some.reduce((sum, look) => sum + look[of], 0) / Math.max(1, some.length)
  const [early, late] = [looks.slice(0, half), looks.slice(half)]
  const total = half === 0 ? 0 : mean(late, what) - mean(early, what)
  const hours = (mean(late, 'atMs') - mean(early, 'atMs')) / 3_600_000
  const round = (number: number) => Math.round(number * 10) / 10
  return { total: round(total), perHour: half === 0 ? 0 : round(total / hours) }
}

function storedMb(folder: string): number {
  const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100_000) / 10
}

if (import.meta.main) await runAsScript('T17 soak', soakDefaults, soak)
