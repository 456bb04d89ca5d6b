import * as Y from 'yjs'
import { openMemoryStore } from '../../packages/storage/src/index.ts'
import { openRooms, type Rooms } from '../../packages/sync/src/index.ts'
import { aPerson, type Person } from '../../packages/sync/src/testing/a-person.ts'
import { aClock, rest } from '../../packages/sync/src/testing/manual-clock.ts'
import { aRandom } from '../../packages/sync/src/testing/random.ts'
import { boardAndBallots, boardEdit, wrongIn } from './board-edit.ts'
import { canonical, isWaiting } from './same.ts'
import { type Report, runAsScript } from './script.ts'
import { unrulyLines } from './unruly-lines.ts'

// node tests/faults/convergence.ts [--clients 8 --ops 5000 --seeds 50] [--seed 1]
//
// T1. People edit a board while frames come late, twice and out of order, lines are cut and mended, and the server
// starts again from its log. After every act the copies that it touched are whole; in the end all are the same. A
// run that fails names its seed (`--seed <it> --seeds 1` plays it again) and what was done last.

export const convergenceDefaults = { clients: 5, ops: 1000, seeds: 50, seed: 1 }

const document = 'w/board/b'
const rules = () => ({ roots: boardAndBallots })

export async function convergence(options: typeof convergenceDefaults): Promise<Report> {
  const failures: string[] = []
  const counts: Counts = { acts: 0, cuts: 0, restarts: 0 }
  for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
    const { problems, done } = await playSeed(seed, options.clients, options.ops, counts)
    if (problems.length > 0)
      failures.push(`seed ${seed}: ${problems.join('; ')} after ${done.slice(-20).join(', ')}`)
    if (failures.length >= 5) break
  }
  const { seeds, clients, ops } = options
  return { failures, figures: { seeds, clients, ops, ...counts } }
}

interface Counts {
  acts: number
  cuts: number
  restarts: number
}

async function playSeed(seed: number, clients: number, ops: number, counts: Counts) {
  const random = aRandom(seed)
  const [store, clock] = [openMemoryStore(), aClock()]
  const problems: string[] = []
  const done: string[] = []
  const say = (problem: string) => {
    if (problems.length < 3) problems.push(problem)
  }
  const start = () =>
    openRooms({
      store,
      clock,
      random,
      rules,
      idleMs: 5000,
      onIncident: ({ kind, reason }) => say(`${kind}: ${reason}`),
    })
  let here: Rooms = start()
  const lines = unrulyLines(() => here, random)
  const people = Array.from({ length: clients }, (_, index) =>
    aPerson(lines.rooms, { participant: `p${index}`, document, client: 1000 * seed + index }),
  )
  const pass = async (frames: number) => {
    lines.carry(frames)
    await rest()
    clock.advance(250)
  }
  const restart = async () => {
    await here.close()
    here = start()
    const reached = await here.read(document, (doc) => Y.decodeStateVector(Y.encodeStateVector(doc)))
    for (const { doc } of people) for (const lack of lacking(doc, reached)) say(`after a restart ${lack}`)
    counts.restarts += 1
  }

  for (let op = 0; op < ops && problems.length === 0; op += 1) {
    const person = people[Math.floor(random() * people.length)]
    if (!person) break
    const luck = random()
    if (luck < 0.86) done.push(`${op} ${person.session.participant} ${act(person, random)}`)
    else if (luck < 0.88) {
      await here.transact(document, (doc) =>
        done.push(`${op} server ${boardEdit(doc, 'server', random, true)}`),
      )
    } else if (luck < 0.92) {
      person.disconnect()
      done.push(`${op} ${person.session.participant} is cut off`)
      counts.cuts += 1
    } else if (luck < 0.998) reconnect(person)
    else {
      done.push(`${op} the server restarts`)
      await restart()
    }
    if (random() < 0.4) await pass(1 + Math.floor(random() * 6))
    for (const { doc, session } of people)
      for (const wrong of wrongIn(doc)) say(`at ${session.participant} ${wrong}`)
  }
  counts.acts += done.length

  await settle(people, pass, lines.underWay)
  const expected = await here.read(document, (doc) => canonical(doc, boardAndBallots))
  const newcomer = aPerson(here, { participant: 'newcomer', document })
  await settle([newcomer], pass, lines.underWay)
  for (const { doc, session, awareness } of [...people, newcomer]) {
    if (canonical(doc, boardAndBallots) !== expected) say(`${session.participant} differs from the server`)
    if (isWaiting(doc)) say(`${session.participant} waits for something that never came`)
    awareness.destroy()
  }
  await here.close()
  const again = openRooms({ store, clock, rules })
  if ((await again.read(document, (doc) => canonical(doc, boardAndBallots))) !== expected)
    say('the document differs once it is read again')
  await again.close()
  return { problems, done }
}

function act({ doc, session }: Person, random: () => number): string {
  return boardEdit(doc, session.participant, random, true)
}

function reconnect(person: Person) {
  if (person.line.closed) person.connect()
}

/** Everybody is back, and everything that is under way arrives. */
async function settle(
  people: readonly Person[],
  pass: (frames: number) => Promise<void>,
  underWay: () => number,
) {
  for (let round = 0; round < 40; round += 1) {
    for (const person of people) reconnect(person)
    await pass(1000)
    if (round > 10 && underWay() === 0) break
  }
}

/** What somebody was sent of others and is not there; what they wrote themselves may not have arrived yet. */
function lacking(doc: Y.Doc, reached: ReadonlyMap<number, number>): string[] {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))]
    .filter(([client, clock]) => client !== doc.clientID && clock > (reached.get(client) ?? 0))
    .map(([client, clock]) => `${clock - (reached.get(client) ?? 0)} that were seen of ${client} are lost`)
}

if (import.meta.main) await runAsScript('T1 convergence', convergenceDefaults, convergence)
