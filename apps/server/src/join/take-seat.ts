import { mayWrite, newId, type Role, writeWorkshop } from '@vispera/board'
import type { Services } from '../services.ts'
import type { Seat, Token } from './seats.ts'

export interface Arrival {
  readonly key: string
  readonly role: Role
  readonly alias: string | undefined
  /** A token that this tab had before. */
  readonly resume: string | undefined
}

/**
 * Seats somebody whom a key has let in. Who shows an earlier token stays the same participant (and keeps
 * their draft); while that token is good for the same role, it is simply answered again.
 */
export async function takeSeat(services: Services, workshop: string, arrival: Arrival): Promise<Token> {
  const { seats } = services
  const { key, role, resume } = arrival
  const before = resume === undefined ? null : await seats.remember(workshop, resume)
  const alias = await seenAs(services, workshop, arrival.alias ?? before?.alias ?? '')
  if (before && resume !== undefined && before.role === role && seats.keyOf(before, resume) === key) {
    const seat = await seats.find(workshop, resume)
    if (seat) {
      if (seat.alias !== alias) await seats.rename(seat, alias)
      return { token: resume, seat }
    }
  }
  const participant = before?.participant ?? newId()
  if (mayWrite(role) && !(before && mayWrite(before.role))) await countIn(services, workshop)
  return seats.take(workshop, { participant, role, alias }, key)
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
