import type { LobbyState, Role, WorkshopFacts } from '@vispera/board'
import { ApiError } from '../contract/errors.ts'
import { keepers } from '../facilitation/command.ts'
import type { Services } from '../services.ts'
import { requireStage } from '../workshops/stages.ts'
import { seenAs } from './take-seat.ts'

/** How long one question about a place in the queue is kept open. */
const hearMs = 20_000

/** What a newcomer in this role finds. Who leads or keeps people safe can always get back in with their link. */
export const lobbyFor = ({ lobby = 'open' }: WorkshopFacts, role: Role): LobbyState =>
  keepers.includes(role) ? 'open' : lobby

/**
 * Lets a newcomer through, or answers the ticket with which they wait. Throws `closed` and `turned-away`.
 */
export async function passLobby(
  services: Services,
  workshop: string,
  newcomer: { role: Role; alias: string | undefined; ticket: string | undefined },
  signal: AbortSignal,
): Promise<string | null> {
  const { lobby, stages } = services
  const { role, ticket } = newcomer
  const stateNow = async () => lobbyFor((await requireStage(stages, workshop)).workshop, role)
  const verdict =
    ticket !== undefined && (await stateNow()) === 'ask'
      ? await lobby.hear(workshop, ticket, hearMs, signal)
      : null
  if (verdict === 'admitted') return null
  const state = await stateNow()
  if (state === 'open') return null
  if (state === 'closed')
    throw new ApiError('closed', 'This workshop lets nobody new in just now. Ask somebody who leads it.')
  if (verdict === 'turned-away')
    throw new ApiError('turned-away', 'Somebody who leads this workshop did not let you in.')
  if (verdict === 'waiting' && ticket !== undefined) return ticket
  const alias = await seenAs(services, workshop, newcomer.alias ?? '')
  const asked = await lobby.ask(workshop, { alias, role })
  if (asked === null) throw new ApiError('slow-down', 'Too many people wait already. Try again in a moment.')
  return asked
}
