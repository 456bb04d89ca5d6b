import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { boardRoots } from '../../packages/board/src/index.ts'
import { comesTrue, complaintsOf, inAPlace, memoryMbOf, type Place } from './a-place.ts'
import { openPlain, writeNote } from './people.ts'
import { canonical } from './same.ts'
import { quantile, type Report, runAsScript } from './script.ts'

// node tests/faults/slow-reader.ts [--writers 20 --megabytes 200 --wait 100] [--port 21460]
//
// T6. Somebody's socket is not read any more while others send a lot. The server lets it go instead of keeping what
// it should have been sent; once it reads again it comes back and has everything. The same is done before without
// anybody slow, so that the memory can be compared. Told: how long the others' words took in both.

export const slowReaderDefaults = { writers: 20, megabytes: 200, wait: 100, port: 21_460 }

type Options = typeof slowReaderDefaults

type Stalled = WebSocket & { readonly _socket: Socket }

/** Without a guard all of it would stay in memory. Half of it, and some more, is luck with the collection of garbage. */
const mostMemoryMb = (megabytes: number) => 64 + megabytes / 2
const pieceBytes = 30_000

export const slowReader = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => trySlowness(place, options))

async function trySlowness(place: Place, { writers, megabytes, wait }: Options): Promise<Report> {
  const failures: string[] = []
  const crowd: ReturnType<typeof openPlain>[] = []
  for (let index = 0; index < writers; index += 1) crowd.push(openPlain(place.url, await place.sit()))
  const slow = openPlain(place.url, await place.sit())
  const people = [...crowd, slow]
  await Promise.all(people.map(({ synced }) => synced))
  for (const [index, { doc }] of crowd.entries()) writeNote(doc, `of-${index}`, 'written on')
  let goneAfterMs = 0
  for (const { provider } of crowd)
    provider.on('closed', ({ code, reason }) => failures.push(`a writer was closed with ${code}: ${reason}`))

  // Once to warm up, once to compare with, once in earnest.
  await send(place, crowd, megabytes / 4)
  const usual = await send(place, crowd, megabytes)
  const socket = slow.provider.ws as unknown as Stalled | null
  const line = socket?._socket.localPort ?? 0
  socket?.pause()
  const worse = await send(place, crowd, megabytes)
  // The person comes back on another line by themselves; it is this one that has to go.
  const stalledAt = performance.now()
  if (wait > 0) {
    if (await comesTrue(() => !isHeld(place.port, line), wait * 1000))
      goneAfterMs = Math.round(performance.now() - stalledAt)
    else failures.push('the server still holds on to somebody who does not read')
  }
  const moreMb = worse.mostMb - usual.mostMb
  if (moreMb > mostMemoryMb(megabytes))
    failures.push(`the server has taken ${Math.round(moreMb)} MB more for it`)

  socket?.resume()
  const views = () => people.map(({ doc }) => canonical(doc, boardRoots))
  if (!(await comesTrue(() => new Set(views()).size === 1)))
    failures.push('after reading again somebody has another board')
  failures.push(...complaintsOf(place.server()))
  for (const { close } of people) close()
  return {
    failures,
    figures: {
      writers,
      megabytes,
      usualMb: usual.mostMb,
      withSlowMb: worse.mostMb,
      barMoreMb: 32,
      usualP95Ms: quantile(usual.latencies, 0.95),
      withSlowP95Ms: quantile(worse.latencies, 0.95),
      barP95Ms: 250,
      goneAfterMs,
    },
  }
}

/** Everybody writes large values over each other until that much has been sent to each of them. */
async function send({ server }: Place, crowd: readonly ReturnType<typeof openPlain>[], megabytes: number) {
  const pieces = Math.ceil((megabytes * 1_000_000) / pieceBytes)
  const latencies: number[] = []
  const startedAt = performance.now()
  let mostMb = memoryMbOf(server())
  const [watcher] = crowd
  /** By writer, what is under way; of several values that come together only the last is ever seen. */
  const underWay = crowd.map((): { mark: number; at: number }[] => [])
  const waiting = () => underWay.reduce((sum, marks) => sum + marks.length, 0)
  const hear = (events: Y.YEvent<Y.Map<unknown>>[]) => {
    for (const { target } of events) {
      const marks = underWay[Number(target.get('writer'))] ?? []
      while (marks[0] && marks[0].mark <= Number(target.get('mark')))
        latencies.push(performance.now() - (marks.shift()?.at ?? 0))
    }
  }
  const notes = watcher?.doc.getMap<Y.Map<unknown>>('notes')
  notes?.observeDeep(hear)
  for (let piece = 0; piece < pieces; piece += 1) {
    const index = 1 + (piece % (crowd.length - 1))
    const note = crowd[index]?.doc.getMap<Y.Map<unknown>>('notes').get(`of-${index}`)
    const mark = startedAt + piece
    underWay[index]?.push({ mark, at: performance.now() })
    crowd[index]?.doc.transact(() => {
      note?.set('detail', 'x'.repeat(pieceBytes))
      note?.set('writer', index)
      note?.set('mark', mark)
    })
    // As fast as a watcher who reads can follow.
    await comesTrue(() => waiting() < 2 * crowd.length)
    if (piece % 10 === 0) {
      mostMb = Math.max(mostMb, memoryMbOf(server()))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await comesTrue(() => waiting() === 0)
  notes?.unobserveDeep(hear)
  return { mostMb, latencies, ms: performance.now() - startedAt }
}

/** Whether the server's end of the line from this port still stands. */
function isHeld(port: number, line: number): boolean {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const established = new RegExp(`:${hex(port)} [0-9A-F]+:${hex(line)} 01 `)
  return established.test(readFileSync('/proc/net/tcp', 'utf8'))
}

if (import.meta.main) await runAsScript('T6 slow reader', slowReaderDefaults, slowReader)
