import { mayWrite, newId, type Role, writeRole, writeWorkshop } from '@vispera/board'
import type { Services } from '../services.ts'
import type { Seat, Token } from './seats.ts'

export interface Arrival {
  readonly key: string
  /** The role of the key; null when it opens nothing (any more). */
  readonly role: Role | null
  readonly alias: string | undefined
  /** A token that this tab had before. */
  readonly resume: string | undefined
}

/** The seat that somebody had before with this very key, even when it has expired; null for newcomers. */
export async function seatBefore(
  { seats }: Services,
  workshop: string,
  { key, resume }: Pick<Arrival, 'key' | 'resume'>,
): Promise<Seat | null> {
  const before = resume === undefined ? null : await seats.remember(workshop, resume)
  return before && resume !== undefined && seats.keyOf(before, resume) === key ? before : null
}

/**
 * Seats somebody whom a key has let in; null when neither the key nor an earlier seat does. Who shows an earlier
 * token stays the same participant (and keeps their draft). With the same key they also keep the role that they
 * had by then, and while that token is good, it is simply answered again, even if the link was renewed since.
 */
export async function takeSeat(
  services: Services,
  workshop: string,
  arrival: Arrival,
): Promise<Token | null> {
  const { seats, stages } = services
  const { key, resume } = arrival
  const before = resume === undefined ? null : await seats.remember(workshop, resume)
  const same = await seatBefore(services, workshop, arrival)
  const alias = await seenAs(services, workshop, arrival.alias ?? before?.alias ?? '')
  if (same && resume !== undefined) {
    const seat = await seats.find(workshop, resume)
    if (seat) {
      if (seat.alias !== alias) await seats.rename(seat, alias)
      return { token: resume, seat }
    }
  }
  if (arrival.role === null) return null
  const role = same?.role ?? arrival.role
  const participant = before?.participant ?? newId()
  if (mayWrite(role) && !(before && mayWrite(before.role))) await countIn(services, workshop)
  // Another link gives its own role, whatever somebody was made before.
  if (before && !same) await stages.write(workshop, (doc) => writeRole(doc, participant, null))
  return seats.take(workshop, { participant, role, alias, lentKey: same?.lentKey }, key)
}

/** In a protected workshop nobody's name is kept. */
export async function seenAs({ stages }: Services, workshop: string, alias: string): Promise<string> {
  const stage = await stages.read(workshop)
  return stage?.workshop.safety === 'protected' ? '' : alias
}

/** Who takes part for the first time counts in the record, as a number only. */
async function countIn({ stages }: Services, workshop: string): Promise<void> {
  await stages.write(workshop, (doc) => {
    const before = doc.getMap('workshop').get('tookPart')
    writeWorkshop(doc, { tookPart: (typeof before === 'number' ? before : 0) + 1 })
  })
}

/** Tells a seat's owner from everyone else by what they may be told. */
export const meOf = ({ participant, role, alias }: Seat) => ({ id: participant, role, alias })
