import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { boardRoots } from '../../packages/board/src/index.ts'
import { updateFrame } from '../../packages/sync/src/frames.ts'
import { comesTrue, cpuMsOf, inAPlace, isWell, memoryMbOf, type Place } from './a-place.ts'
import type { Seated } from './a-workshop.ts'
import { openPlain, textsOf, writeNote } from './people.ts'
import { openRaw } from './raw-client.ts'
import { canonical } from './same.ts'
import { quantile, type Report, runAsScript } from './script.ts'

// node tests/faults/flood.ts [--seconds 60 --messages 2000 --joins 100 --workshops 5] [--port 21470]
//
// T10. Somebody sends thousands of honest-looking updates a second, somebody else joins a hundred times a second and
// makes five workshops a second, all from one address. The one is told to slow down (4529), the other is turned away
// with 429, and two people on the same board go on. Told: how long their words took, and the server's memory.

export const floodDefaults = { seconds: 60, messages: 2000, joins: 100, workshops: 5, port: 21_470 }

type Options = typeof floodDefaults

export const flood = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryFlood(place, options))

async function tryFlood(place: Place, { seconds, messages, joins, workshops }: Options): Promise<Report> {
  const failures: string[] = []
  const [ana, ben] = [openPlain(place.url, await place.sit()), openPlain(place.url, await place.sit())]
  await Promise.all([ana.synced, ben.synced])
  for (const { provider } of [ana, ben])
    provider.on('closed', ({ code }) => failures.push(`somebody honest was closed with ${code}`))
  const abuser = await place.sit()
  const memoryBefore = memoryMbOf(place.server())
  const cpuBefore = cpuMsOf(place.server())

  const until = performance.now() + seconds * 1000
  const [latencies, codes, joined, made] = await Promise.all([
    talk(ana.doc, ben.doc, until),
    pour(place, abuser, messages, until),
    knock(place, 'join', joins, until),
    knock(place, 'make', workshops, until),
  ])
  const memoryDuring = memoryMbOf(place.server())
  const cpuPercent = Math.round((cpuMsOf(place.server()) - cpuBefore) / (seconds * 10))

  const isOne = () => canonical(ana.doc, boardRoots) === canonical(ben.doc, boardRoots)
  if (!(await comesTrue(isOne))) failures.push('after the flood people see different boards')
  if (latencies.length === 0) failures.push('nothing honest came through')
  const odd = [...codes.keys()].filter((code) => code !== 4529)
  if (odd.length > 0) failures.push(`the abuser was closed with ${odd}`)
  const answers = [...joined.keys(), ...made.keys()].filter((status) => ![200, 201, 429].includes(status))
  if (answers.length > 0) failures.push(`knocking was answered with ${answers}`)
  if (!(await isWell(place.server()))) failures.push('the server is not well')
  if (/room-failed|load-failed|append-failed|unhandled/.test(place.server().printed()))
    failures.push('the server complains')
  for (const { close } of [ana, ben]) close()
  return {
    failures,
    figures: {
      seconds,
      words: latencies.length,
      p50Ms: quantile(latencies, 0.5),
      p95Ms: quantile(latencies, 0.95),
      barP95Ms: 300,
      toldToSlowDown: codes.get(4529) ?? 0,
      joins: JSON.stringify(Object.fromEntries(joined)),
      workshops: JSON.stringify(Object.fromEntries(made)),
      memoryBefore,
      memoryDuring,
      cpuPercent,
    },
  }
}

/** One writes a note four times a second; answers how long each took to the other. */
async function talk(from: Y.Doc, to: Y.Doc, until: number): Promise<number[]> {
  const latencies: number[] = []
  for (let index = 0; performance.now() < until; index += 1) {
    const at = performance.now()
    writeNote(from, `word-${index}`, 'word')
    if (!(await comesTrue(() => textsOf(to).has(`word-${index}`)))) break
    latencies.push(performance.now() - at)
    await pause(250)
  }
  return latencies
}

/** Sends so many small changes a second, and comes back whenever it is closed. Answers with which codes it was. */
async function pour(place: Place, seat: Seated, perSecond: number, until: number) {
  const codes = new Map<number, number>()
  while (performance.now() < until) {
    const raw = await openRaw(place.url, { ...seat, document: seat.board })
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => raw.send(updateFrame(update)))
    const notes = doc.getMap('notes')
    let isOpen = true
    void raw.closed.then(({ code }) => {
      isOpen = false
      if (performance.now() < until) codes.set(code, (codes.get(code) ?? 0) + 1)
    })
    while (isOpen && performance.now() < until) {
      for (let index = 0; index < perSecond / 20; index += 1)
        notes.set('flood', { kind: 'x', at: Math.random() })
      await pause(50)
    }
    raw.close()
    await pause(200)
  }
  return codes
}

/** Joins, or makes workshops, so many times a second. Answers how often with which status. */
async function knock({ url }: Place, what: 'join' | 'make', perSecond: number, until: number) {
  const statuses = new Map<number, number>()
  const under = new Set<Promise<void>>()
  const workshop = { title: 'Flood', boards: [{ kind: 'vision-board' }] }
  const { id, links } = await (await post(`${url}/api/workshops`, workshop)).json()
  const joining = { key: new URL(links.participant).hash.slice(1) }
  while (performance.now() < until) {
    const knocking = (
      what === 'make'
        ? post(`${url}/api/workshops`, workshop)
        : post(`${url}/api/workshops/${id}/join`, joining)
    )
      .then(async (answer) => {
        await answer.arrayBuffer()
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      })
      .finally(() => under.delete(knocking))
    under.add(knocking)
    await pause(1000 / perSecond)
  }
  await Promise.all(under)
  return statuses
}

const post = (address: string, body: unknown) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

if (import.meta.main) await runAsScript('T10 flood', floodDefaults, flood)
