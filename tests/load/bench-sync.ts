import { parseArgs } from 'node:util'
import { cold, drags, fan, idle, type Measured, saving, slow } from './sync/scenarios.ts'
import { startTarget, type Target } from './sync/targets.ts'

// How fast bytes travel, side by side with other sync servers, one line of JSON for each measurement:
//   node tests/load/bench-sync.ts --work crowd,many,cold --targets vispera,ywss,hocus-sqlite-flush16 --peers <folder>
// The folder holds the peers' `servers/` with their packages installed; Vispera alone needs none. Server and load
// share the machine: trust medians, processor time and the ratios of one run.

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'crowd' },
    targets: { type: 'string', default: 'vispera' },
    peers: { type: 'string', default: '.' },
    'peers-node': { type: 'string', default: process.execPath },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '1' },
    port: { type: 'string', default: '22300' },
  },
})
const seconds = Number(values.seconds)

const works: Readonly<Record<string, (target: Target) => Promise<Measured>>> = {
  /** 200 people in one room, cursors at 5 Hz. */
  crowd: (target) => fan(target, { rooms: 1, people: 200, edits: 0.5, points: 5, seconds }),
  'crowd-stock': (target) =>
    fan(target, { rooms: 1, people: 200, edits: 0.5, points: 5, seconds, stock: true }),
  /** 1,000 people in one room, 20 edits a second in all. */
  thousand: (target) => fan(target, { rooms: 1, people: 1000, edits: 0.02, points: 1, seconds }),
  /** 100 rooms of five who type. */
  many: (target) => fan(target, { rooms: 100, people: 5, edits: 5, points: 0, seconds }),
  /** 50 people who type in one room. */
  fifty: (target) => fan(target, { rooms: 1, people: 50, edits: 5, points: 0, seconds }),
  cold: (target) => cold(target, 10_000, 20),
  idle: (target) => idle(target, 400, 5),
  /** Somebody stops reading while four people send 2.4 MB a second between them. */
  slow: (target) => slow(target, seconds, 12),
  /** Only Vispera says when something is on disk. */
  saving: (target) => saving(target, 20, 5, seconds),
  drags: (target) => drags(target, 10, 60),
}

let port = Number(values.port)
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const work of values.work.split(',')) {
    for (const name of values.targets.split(',')) {
      const target = await startTarget(name, port, { folder: values.peers, node: values['peers-node'] })
      port += 1
      try {
        const measured = await works[work]?.(target)
        console.log(JSON.stringify({ work, target: name, ...measured }))
      } catch (error) {
        console.log(JSON.stringify({ work, target: name, failed: String(error) }))
      } finally {
        await target.stop()
      }
    }
  }
}
