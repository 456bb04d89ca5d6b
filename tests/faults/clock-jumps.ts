import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { boardRoots } from '../../packages/board/src/index.ts'
import { comesTrue, complaintsOf, inAPlace, type Place } from './a-place.ts'
import type { Seated } from './a-workshop.ts'
import { openCounted, openPlain, textsOf, writeNote } from './people.ts'
import { canonical } from './same.ts'
import { type Report, runAsScript } from './script.ts'
import { realServer } from './server-process.ts'

// node tests/faults/clock-jumps.ts [--dwell 40] [--port 21490]
//
// T14. The server's wall clock jumps by hours, a day, and back again, while people are connected; and people come
// whose own clocks are three hours off. Nobody is sent away, nobody stops being seen, words arrive, newcomers get in,
// and once the clock is right again those who had a seat before still have it. `--dwell` is how many seconds each
// time lasts; what happens by timers happens within forty.

export const clockJumpsDefaults = { dwell: 40, port: 21_490 }

type Options = typeof clockJumpsDefaults

const preload = '--import ./tests/faults/jumping-clock.ts'
const jumps = [1, 25, 1, 0, -24, 0, 3, 0]

export const clockJumps = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryJumps(place, options), realServer.replace('node', `node ${preload}`), {
    JUMP_TO: jumps.join(),
  })

async function tryJumps(place: Place, { dwell }: Options): Promise<Report> {
  const failures: string[] = []
  const seats = [await place.sit(), await place.sit()]
  const [first, second] = seats
  if (!first || !second) throw new Error('nobody came')
  const ana = openPlain(place.url, first)
  const ben = openCounted(place.url, second)
  const seen = openPlain(place.url, { ...first, board: first.stage })
  const shown = openPlain(place.url, { ...second, board: second.stage })
  await Promise.all([ana.synced, seen.synced, shown.synced])
  let when = 'before any jump'
  for (const { provider } of [ana, seen, shown])
    provider.on('closed', ({ code }) => failures.push(`${when} somebody was closed with ${code}`))
  const people = () => seen.provider.awareness.getStates().size
  await comesTrue(() => people() >= 2)

  let notes = 0
  const tryNow = async (hours: number) => {
    notes += 1
    writeNote(ana.doc, `note-${notes}`, 'by ana')
    const isHeard = () => textsOf(ben.doc).has(`note-${notes}`) && ben.status().pending === 0
    if (!(await comesTrue(isHeard, 20_000))) failures.push(`${when} words do not arrive`)
    notes += 1
    writeNote(ben.doc, `note-${notes}`, 'by ben')
    const isSaved = () => textsOf(ana.doc).has(`note-${notes}`) && ben.status().pending === 0
    if (!(await comesTrue(isSaved, 20_000)))
      failures.push(`${when} words do not arrive or are not said to be saved`)
    if (people() < 2) failures.push(`${when} somebody is not seen any more`)
    const newcomer = await place.sit().catch((error: unknown) => failures.push(`${when}: ${String(error)}`))
    if (typeof newcomer === 'object' && !(await canOpen(place, newcomer)))
      failures.push(`${when} a newcomer cannot open the board`)
    if (hours === 0 && !(await canOpen(place, first))) failures.push(`${when} a seat from before is gone`)
  }
  await tryNow(0)
  for (const hours of jumps) {
    process.kill(place.server().pid, 'SIGUSR2')
    when = `at ${hours} hours`
    await comesTrue(async () => Math.abs((await serverTime(place)) - Date.now() - hours * 3_600_000) < 60_000)
    await tryNow(hours)
    await pause(dwell * 1000)
    await tryNow(hours)
  }
  for (const hours of [3, -3]) {
    when = `with a person's clock ${hours} hours off`
    if (!(await visitWith(hours, place, await place.sit()))) failures.push(`${when} they and we miss words`)
    if (!(await comesTrue(() => textsOf(ana.doc).has(`skewed-${hours}`), 20_000)))
      failures.push(`${when} their words do not arrive`)
  }
  const boards = () => canonical(ana.doc, boardRoots) === canonical(ben.doc, boardRoots)
  if (!(await comesTrue(boards))) failures.push('people see different boards')
  failures.push(...complaintsOf(place.server()))
  for (const { close } of [ana, seen, shown, ben]) close()
  return { failures, figures: { jumps: jumps.join(' '), dwell, notes } }
}

async function serverTime({ url }: Place): Promise<number> {
  return (await (await fetch(`${url}/api/time`)).json()).now
}

async function canOpen({ url }: Place, seat: Seated): Promise<boolean> {
  const opened = openPlain(url, seat)
  const isIn = await Promise.race([
    opened.synced.then(() => true),
    new Promise<boolean>((resolve) => opened.provider.on('closed', () => resolve(false))),
  ])
  opened.close()
  return isIn
}

/** Somebody in a process of their own, whose clock is off: writes a note, and sees the first one of the board. */
async function visitWith(hours: number, { url }: Place, { token, board, stage }: Seated): Promise<boolean> {
  const visitor = new URL('./skewed-visitor.ts', import.meta.url).pathname
  const args = [...preload.split(' '), visitor, url, token, board, stage, `skewed-${hours}`]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, JUMP_HOURS: String(hours) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

if (import.meta.main) await runAsScript('T14 clock jumps', clockJumpsDefaults, clockJumps)
