import * as Y from 'yjs'
import { boardRoots } from '../../packages/board/src/index.ts'
import { comesTrue, cpuMsOf, inAPlace, isWell, type Place } from './a-place.ts'
import type { Seated } from './a-workshop.ts'
import { type Attack, attacks, evil, type Victim } from './byzantine-attacks.ts'
import { openPlain, textsOf, writeNote } from './people.ts'
import { openRaw } from './raw-client.ts'
import { canonical, isWaiting } from './same.ts'
import { type Report, runAsScript } from './script.ts'

// node tests/faults/byzantine.ts [--rounds 10] [--port 21450]
//
// T9. Participants with clients made to hurt, over real sockets. Nothing of what they send is ever seen by anybody,
// the victim's work of meanwhile arrives, and the others do not notice. Told: the processor that the server spent on
// each attacker until it was rid of them.

export const byzantineDefaults = { rounds: 10, port: 21_450 }

type Options = typeof byzantineDefaults

export const byzantine = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryAll(place, options))

async function tryAll(place: Place, { rounds }: Options): Promise<Report> {
  const failures: string[] = []
  const spent: { what: string; cpuMs: number }[] = []
  const closedWith = new Map<number, number>()
  const victimSeat = await place.sit()
  const honest = openPlain(place.url, await place.sit())
  const who = openPlain(place.url, { ...(await place.sit()), board: victimSeat.stage })
  await Promise.all([honest.synced, who.synced])

  let own = 1_000_000_000
  for (let round = 0; round < rounds; round += 1) {
    for (const attack of attacks) {
      own += 1_000_000
      const before = cpuMsOf(place.server())
      const code = await tryAttack(place, attack, victimSeat, honest.doc, own, failures)
      spent.push({ what: attack.what, cpuMs: cpuMsOf(place.server()) - before })
      closedWith.set(code, (closedWith.get(code) ?? 0) + 1)
      if (JSON.stringify([...who.provider.awareness.getStates().values()]).includes(evil))
        failures.push(`${attack.what}: others have seen it`)
    }
  }
  const seen = canonical(honest.doc, boardRoots)
  if (seen.includes(evil)) failures.push('something evil is on the board')
  if (isWaiting(honest.doc)) failures.push('something waits for a part that never came')
  const isDown = place
    .server()
    .printed()
    .match(/room-failed|load-failed|append-failed|unhandled|unexpected/)
  if (isDown) failures.push(`the server says ${isDown[0]}`)
  for (const { close } of [honest, who]) close()
  await place.restart()
  const newcomer = openPlain(place.url, await place.sit())
  await newcomer.synced
  if (canonical(newcomer.doc, boardRoots) !== seen) failures.push('the board is another one after kill -9')
  newcomer.close()
  const worst = spent.sort((a, b) => b.cpuMs - a.cpuMs)[0]
  return {
    failures,
    figures: {
      rounds,
      attacks: spent.length,
      closed: JSON.stringify(Object.fromEntries(closedWith)),
      cpuMsOnAverage: Math.round(spent.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / spent.length),
      cpuMsAtMost: worst?.cpuMs ?? 0,
      dearest: worst?.what ?? '',
    },
  }
}

/** The victim goes, somebody attacks, the victim comes back with what they wrote meanwhile. Answers the close code. */
async function tryAttack(
  place: Place,
  { what, frames, isPolite }: Attack,
  victimSeat: Seated,
  honest: Y.Doc,
  own: number,
  failures: string[],
): Promise<number> {
  const note = `note-${own}`
  const victim = openPlain(place.url, victimSeat)
  await victim.synced
  writeNote(victim.doc, note, 'before')
  await comesTrue(() => textsOf(honest).get(note) === 'before')
  victim.provider.disconnect()
  const text = victim.doc.getMap<Y.Map<Y.Text>>('notes').get(note)?.get('text')

  // Everyone is somebody else: whoever is refused five times would not even get to speak.
  const seat = await place.sit()
  const isPresence = what.startsWith('shows')
  const raw = await openRaw(place.url, { ...seat, document: isPresence ? seat.stage : seat.board })
  for (const frame of frames(standing(victim.doc), own)) if (raw.isOpen()) raw.send(frame)
  const goodbye = isPolite ? Promise.race([raw.closed, heardAll(place, honest, own)]) : raw.closed
  const { code } = await Promise.race([goodbye, giveUp()])
  if (code === 0) failures.push(`${what}: the server let it go on`)
  raw.close()

  text?.insert(text.length, ' and after')
  victim.provider.connect()
  if (!(await comesTrue(() => textsOf(honest).get(note) === 'before and after', 20_000)))
    failures.push(`${what}: what the victim wrote meanwhile never arrived`)
  if (!(await isWell(place.server()))) failures.push(`${what}: the server is not well`)
  victim.close()
  return code
}

function standing(doc: Y.Doc): Victim {
  const next = Y.getState(doc.store, doc.clientID)
  const structs = doc.store.clients.get(doc.clientID) ?? []
  const letters = structs.find(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString && !struct.deleted,
  )
  const clock = letters ? letters.id.clock + letters.length - 1 : 0
  return { client: doc.clientID, next, letter: { client: doc.clientID, clock } }
}

/** Somebody else's change has been to the server and back, so that the attacker has been heard as well. */
async function heardAll({ url, sit }: Place, honest: Y.Doc, own: number): Promise<{ code: number }> {
  const other = openPlain(url, await sit())
  await other.synced
  writeNote(other.doc, `heard-${own}`, 'heard')
  await comesTrue(() => textsOf(honest).has(`heard-${own}`))
  other.close()
  return { code: 1000 }
}

const giveUp = () =>
  new Promise<{ code: number }>((resolve) => setTimeout(resolve, 15_000, { code: 0 }).unref())

if (import.meta.main) await runAsScript('T9 Byzantine clients', byzantineDefaults, byzantine)
