import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { boardRoots } from '../../packages/board/src/index.ts'
import { comesTrue, complaintsOf, cpuMsOf, inAPlace, memoryMbOf, type Place } from './a-place.ts'
import type { Seated } from './a-workshop.ts'
import { openCounted, textsOf, writeNote } from './people.ts'
import { canonical } from './same.ts'
import { quantile, type Report, runAsScript } from './script.ts'

// node tests/faults/reconnect-storm.ts [--people 300 --minutes 5] [--port 21480]
//
// T11. Hundreds of our clients on one board, and the server restarts; then all of them lose their line every two
// seconds for minutes. Everybody is back by themselves with the same board, and coming back to what has not changed
// costs next to nothing. Told: how long until the last one is back, and how far apart they came.

export const reconnectStormDefaults = { people: 300, minutes: 5, port: 21_480 }

type Options = typeof reconnectStormDefaults

const mostBytesForNothingNew = 2000
const flapMs = 2000

export const reconnectStorm = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryStorm(place, options))

async function tryStorm(place: Place, { people, minutes }: Options): Promise<Report> {
  const failures: string[] = []
  const crowd: ReturnType<typeof aPerson>[] = []
  for (let index = 0; index < people; index += 1) crowd.push(aPerson(place.url, await place.sit()))
  const isBack = ({ opened }: ReturnType<typeof aPerson>) =>
    opened.status().connection === 'online' && opened.status().synced && opened.status().pending === 0
  const areBack = (patienceMs: number) => comesTrue(() => crowd.every(isBack), patienceMs)
  const textsEverywhere = (count: number) => crowd.every(({ opened }) => textsOf(opened.doc).size === count)
  if (!(await areBack(60_000))) failures.push('not everybody could join')
  const notes = Math.min(people, 100)
  for (const [index, { opened }] of crowd.slice(0, notes).entries())
    writeNote(opened.doc, `note-${index}`, 'what has come to be '.repeat(10))
  if (!(await comesTrue(() => textsEverywhere(notes)))) failures.push('not everybody has every note')
  await areBack(60_000)

  // The server restarts, and nothing has changed.
  for (const person of crowd) person.forget()
  await place.restart('stop')
  const servingAt = performance.now()
  if (!(await areBack(120_000))) failures.push('not everybody came back after a restart')
  const backAfterMs = performance.now() - servingAt
  const bytes = crowd.map((person) => person.received())
  if (Math.max(...bytes) > mostBytesForNothingNew)
    failures.push(`coming back to what has not changed cost ${Math.max(...bytes)} bytes`)
  const arrivals = crowd.map((person) => person.openedAt() - servingAt)

  // Everybody's line breaks over and over, while a few write.
  const cpuBefore = cpuMsOf(place.server())
  const until = performance.now() + minutes * 60_000
  let written = 0
  for (let round = 0; performance.now() < until; round += 1) {
    for (const [index, person] of crowd.entries()) {
      if (index % 20 === 0) await pause(flapMs / Math.ceil(people / 20))
      person.cut()
    }
    const writer = crowd[round % people]
    if (writer) writeNote(writer.opened.doc, `flap-${round}`, 'written between two lines')
    written += 1
  }
  const flappedMs = minutes * 60_000
  const cpuPercent = Math.round((cpuMsOf(place.server()) - cpuBefore) / (flappedMs / 100 || 1))
  const healedAt = performance.now()
  if (!(await areBack(120_000))) failures.push('not everybody came back after flapping')
  if (!(await comesTrue(() => textsEverywhere(notes + written)))) failures.push('a note is missing somewhere')
  const healedMs = performance.now() - healedAt
  if (new Set(crowd.map(({ opened }) => canonical(opened.doc, boardRoots))).size > 1)
    failures.push('people see different boards')
  failures.push(...complaintsOf(place.server()))
  const memoryMb = memoryMbOf(place.server())
  for (const { opened } of crowd) opened.close()
  return {
    failures,
    figures: {
      people,
      minutes,
      backAfterMs: Math.round(backAfterMs),
      barBackMs: 30_000,
      firstBackMs: quantile(arrivals, 0),
      medianBackMs: quantile(arrivals, 0.5),
      mostBytes: Math.max(...bytes),
      written,
      cpuPercent,
      healedMs: Math.round(healedMs),
      memoryMb,
    },
  }
}

/** Somebody with our own client, whose line can be cut and is weighed. */
function aPerson(url: string, seat: Seated) {
  let received = 0
  let openedAt = 0
  let current: WebSocket | null = null
  class WeighedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      current = this
      this.on('open', () => {
        openedAt = performance.now()
      })
      this.on('message', (data: Buffer | ArrayBuffer) => {
        const bytes = new Uint8Array(data)
        // Who is here is told anew to everybody: after the channel's number, a 1.
        if (bytes[1] !== 1) received += bytes.length
      })
    }
  }
  const socketClass: unknown = WeighedSocket
  return {
    opened: openCounted(url, seat, socketClass as typeof globalThis.WebSocket),
    received: () => received,
    openedAt: () => openedAt,
    forget() {
      received = 0
    },
    cut: () => current?.terminate(),
  }
}

if (import.meta.main) await runAsScript('T11 reconnect storm', reconnectStormDefaults, reconnectStorm)
