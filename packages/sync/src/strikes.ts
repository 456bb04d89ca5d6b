import type { Clock } from './clock.ts'
import { closeCodes } from './close-codes.ts'

const most = 5
const withinMs = 600_000

/**
 * Remembers whose frames were refused. A refused connection is closed with its reason; somebody who
 * comes back with more of the same is kept out for a while, so that hostility costs only the hostile.
 */
export function createStrikes(clock: Clock) {
  const strikes = new Map<string, number[]>()
  const recent = (participant: string) =>
    (strikes.get(participant) ?? []).filter((at) => clock.now() - at < withinMs)

  return {
    add(participant: string) {
      strikes.set(participant, [...recent(participant), clock.now()])
    },
    against(participant: string): { code: number; reason: string } | null {
      if (recent(participant).length < most) return null
      return { code: closeCodes.badFrame, reason: 'refused too often; come back in ten minutes' }
    },
    forgetOld() {
      for (const participant of strikes.keys())
        if (recent(participant).length === 0) strikes.delete(participant)
    },
  }
}
