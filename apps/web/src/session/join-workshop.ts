import { api } from './api.ts'
import { openSession } from './open-session.ts'
import { readSeat, takeSeatLeft, writeSeat } from './seat.ts'
import type { WorkshopSession } from './workshop-session.ts'

/**
 * Takes a seat with a link's key and opens the session. A seat that this tab had before is taken up again.
 * Throws `ApiError`.
 */
export async function joinWorkshop(workshop: string, key: string, alias = ''): Promise<WorkshopSession> {
  const before = readSeat(workshop) ?? takeSeatLeft(workshop)
  const joined = await api.join(workshop, {
    key,
    ...(alias === '' ? {} : { alias }),
    ...(before?.key === key ? { resume: before.token } : {}),
  })
  writeSeat(workshop, key, joined)
  return openSession(workshop, key, joined)
}
