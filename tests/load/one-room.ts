import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { makeWorkshop } from '../faults/a-workshop.ts'
import { openPlain, writeNote } from '../faults/people.ts'
import { realServer, startProcess } from '../faults/server-process.ts'

// One board, many people with y-websocket's own provider, each moving a note of theirs again and again:
//   node tests/load/one-room.ts --people 50 --rate 5 --seconds 10
// How long until the others have applied a move, and what the server's process costs (Linux). People and
// server share the machine.

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    server: { type: 'string', default: realServer },
    port: { type: 'string', default: '21300' },
  },
})
const [people, rate, seconds] = [Number(values.people), Number(values.rate), Number(values.seconds)]

// Every provider of y-websocket listens for the end of the process.
process.setMaxListeners(0)

const data = await mkdtemp(join(tmpdir(), 'vispera-load-'))
const server = await startProcess(values.server, Number(values.port), data)
try {
  console.log(JSON.stringify(await measure()))
} finally {
  await server.kill()
  await rm(data, { recursive: true, force: true })
}

async function measure() {
  const joinAs = await makeWorkshop(server.url)
  const crowd: ReturnType<typeof openPlain>[] = []
  for (let index = 0; index < people; index += 1)
    crowd.push(openPlain(server.url, await joinAs('participant')))
  await Promise.all(crowd.map(({ synced }) => synced))
  for (const [index, { doc }] of crowd.entries()) writeNote(doc, `n${index}`, 'here')
  await pause(1000)

  const delays: number[] = []
  for (const [index, { doc }] of crowd.entries()) listen(doc, `n${index}`, delays)
  const processorBefore = await processorMs(server.pid)
  const startedAt = performance.now()
  const moving = crowd.map(({ doc }, index) => move(doc, `n${index}`, startedAt + seconds * 1000))
  const moves = (await Promise.all(moving)).reduce((sum, made) => sum + made, 0)
  const spent = (await processorMs(server.pid)) - processorBefore
  const share = (100 * spent) / (performance.now() - startedAt)
  await pause(1000)
  for (const { close } of crowd) close()
  delays.sort((a, b) => a - b)
  const at = (part: number) => Number((delays[Math.floor(delays.length * part)] ?? Number.NaN).toFixed(1))
  return {
    people,
    movesPerSecond: Math.round(moves / seconds),
    arrived: delays.length,
    expected: moves * (people - 1),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    serverProcessorPercent: Math.round(share),
  }
}

/** Moves one note at the rate asked for until `until`; the time of the move rides in its place. */
async function move(doc: Y.Doc, id: string, until: number): Promise<number> {
  const note = doc.getMap<Y.Map<unknown>>('notes').get(id)
  let moves = 0
  await pause(Math.random() * (1000 / rate))
  while (performance.now() < until) {
    note?.set('place', { x: Math.round(performance.now() * 1000), y: 0 })
    moves += 1
    await pause(1000 / rate)
  }
  return moves
}

function listen(doc: Y.Doc, own: string, delays: number[]) {
  doc.getMap<Y.Map<unknown>>('notes').observeDeep((events) => {
    for (const { target, path } of events) {
      const place = target instanceof Y.Map && path[0] !== own ? target.get('place') : undefined
      if (typeof place !== 'object' || place === null || !('x' in place)) continue
      delays.push(performance.now() - Number(place.x) / 1000)
    }
  })
}

/** Processor time of a process so far, from /proc; a clock tick is 10 ms. */
async function processorMs(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
