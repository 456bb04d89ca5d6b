/** Close codes after which coming back is pointless, by y-websocket's convention. */
export const isRefusal = (code: number) => code >= 4400 && code < 4500

/** Close codes by which the server asks for patience. */
export const isTryLater = (code: number) => code >= 4500 && code < 4600

const longestMs = 5000

/**
 * How long to wait before attempt number `attempt`, from 1. Spread at random, so that three hundred
 * people do not come back to a restarted server in the same instant.
 */
export function retryDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(100 * 2 ** attempt, longestMs)
  return Math.round(ceiling * (0.25 + 0.75 * random()))
}

/** After a 45xx: y-websocket alone would be back within a fifth of a second, again and again. */
export const patientDelay = (random: () => number) => Math.round(2000 + 3000 * random())
