import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { realServer, startProcess } from '../faults/server-process.ts'
import { openPerson, type Person } from './silent-person.ts'

// A large group writes in silence, is revealed and votes:
//   node tests/load/silent-two-hundred.ts --people 200
// Every draft and every ballot has to count exactly once. How long from the press until the last of them has
// every note; everybody shares the machine with the server, so what they receive is only read afterwards.

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    server: { type: 'string', default: realServer },
    port: { type: 'string', default: '21310' },
  },
})
const people = Number(values.people)
const draftsEach = 2
const dotsEach = 2

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
  const { id, links } = await post('/api/workshops', {
    title: 'Two hundred',
    boards: [{ kind: 'vision-board' }],
  })
  const joinAs = (role: string) =>
    post(`/api/workshops/${id}/join`, { key: new URL(links[role]).hash.slice(1) })
  const lead = await joinAs('facilitator')
  const say = (command: string, input = {}) =>
    post(`/api/workshops/${id}/commands`, { command, ...input }, lead.token)
  const [board] = lead.documents.boards
  const stages: string[] = []
  for (const kind of ['write-silent', 'reveal', 'vote'])
    stages.push((await say('add-stage', { kind, board: board.id, minutes: 10, mode: 'manual' })).stage)
  await say('start-stage', { stage: stages[0], run: 0 })

  const crowd: Person[] = []
  for (let index = 0; index < people; index += 1)
    crowd.push(await openPerson(server.url, await joinAs('participant')))
  const watcher = await openPerson(server.url, lead)
  await Promise.all([...crowd, watcher].map((one) => one.ready()))

  const written = crowd.flatMap((one, index) =>
    Array.from({ length: draftsEach }, (_, n) => {
      const text = `What person ${index} pictures, piece ${n + 1} of ${draftsEach}`
      one.write(text, { board: board.id, stage: stages[0] ?? '' })
      return text
    }),
  )
  await Promise.all(crowd.map((one) => one.saved()))
  await until(() => watcher.drafts() === written.length)
  await say('start-stage', { stage: stages[1], run: 1 })
  await pause(1_000)

  const pressedAt = performance.now()
  const answer = await say('reveal', { run: 2, how: 'all' })
  const answeredMs = performance.now() - pressedAt
  await pause(3_000)
  const arrivals = crowd.map((one) => one.hadNotesAt(written.length))
  const shown = watcher.texts()

  await say('start-stage', { stage: stages[2], run: 2 })
  await until(() => watcher.openVote() !== null)
  const vote = watcher.openVote() ?? ''
  const notes = [...watcher.notes()]
  const expected = new Map<string, number>()
  for (const [index, one] of crowd.entries()) {
    const chosen = Array.from(
      { length: dotsEach },
      (_, n) => notes[(index * (n + 3) + n) % notes.length] ?? '',
    )
    const dots = Object.fromEntries(new Set(chosen).values().map((note) => [note, 1]))
    for (const note of Object.keys(dots)) expected.set(note, (expected.get(note) ?? 0) + 1)
    one.vote(vote, { dots })
  }
  await Promise.all(crowd.map((one) => one.saved()))
  const closingAt = performance.now()
  await say('close-vote', { vote })
  const closedMs = performance.now() - closingAt
  await until(() => watcher.openVote() === null)
  const result = watcher.result(vote)
  const left = crowd.filter((one) => !one.isEmpty()).length
  for (const one of [...crowd, watcher]) one.close()

  const late = arrivals.filter((at) => at === null).length
  const times = arrivals.flatMap((at) => (at === null ? [] : [at - pressedAt])).sort((a, b) => a - b)
  const at = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)] ?? Number.NaN)
  const isSame = (a: readonly string[], b: readonly string[]) =>
    JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
  return {
    people,
    drafts: written.length,
    revealed: answer.revealed,
    everyDraftOnce: isSame(shown, written),
    withoutAllNotes: late,
    revealAnsweredMs: Math.round(answeredMs),
    halfHaveAllMs: at(0.5),
    lastHasAllMs: at(1),
    ballots: result?.ballots,
    missing: result?.missing,
    everyBallotOnce: isSame(Object.entries(result?.totals ?? {}).map(String), [...expected].map(String)),
    closedMs: Math.round(closedMs),
    draftsLeft: left,
  }
}

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 600) throw new Error('it never came to pass')
    await pause(50)
  }
}

async function post(path: string, body: unknown, token?: string) {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
