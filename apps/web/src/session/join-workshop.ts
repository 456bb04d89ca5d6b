import { api, type Joined } from './api.ts'
import { ApiError } from './api-error.ts'
import { openSession } from './open-session.ts'
import { readSeat, takeSeatLeft, writeSeat } from './seat.ts'
import type { WorkshopSession } from './workshop-session.ts'

interface Wait {
  /** Told when somebody who leads has to let this person in first. */
  readonly onWaiting: () => void
  /** Nobody waits any more. */
  readonly signal: AbortSignal
}

/**
 * Takes a seat with a link's key and opens the session. A seat that this tab had before is taken up again.
 * Throws `ApiError`.
 */
export async function joinWorkshop(
  workshop: string,
  key: string,
  alias: string,
  wait: Wait,
): Promise<WorkshopSession> {
  const before = readSeat(workshop) ?? takeSeatLeft(workshop)
  const seat = {
    key,
    ...(alias === '' ? {} : { alias }),
    ...(before?.key === key ? { resume: before.token } : {}),
  }
  const answer = await api.join(workshop, seat)
  const joined = 'waiting' in answer ? await waitToComeIn(workshop, seat, answer.ticket, wait) : answer
  writeSeat(workshop, key, joined)
  const session = openSession(workshop, key, joined)
  const old = before?.key === key ? before.participant : undefined
  // The seat of before is no more. What its copies hold unsent is brought along under the new one.
  if (old !== undefined && old !== joined.participant.id) {
    void import('./adopt-copies.ts')
      .then(({ adoptCopies }) => adoptCopies(workshop, old))
      .then(
        () => session.settle([]),
        () => {},
      )
  }
  return session
}

/** Asks again until somebody has decided; a network that comes and goes is waited for. */
async function waitToComeIn(
  workshop: string,
  seat: { key: string; alias?: string },
  first: string,
  { onWaiting, signal }: Wait,
): Promise<Joined> {
  let ticket = first
  onWaiting()
  for (;;) {
    signal.throwIfAborted()
    const answer = await api.join(workshop, { ...seat, ticket }).catch((error: unknown) => {
      if (error instanceof ApiError && passing.has(error.code)) return null
      throw error
    })
    if (answer && !('waiting' in answer)) return answer
    if (answer) ticket = answer.ticket
    else await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

/** What does not decide anything: it is asked again a little later. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'unreadable', 'unavailable', 'slow-down'])
const retryMs = 3_000
