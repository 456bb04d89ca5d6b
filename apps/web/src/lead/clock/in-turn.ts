/**
 * Presses of one hand on what it saw. The server counts a press only while things stand as `seen`, so that of two
 * people who press at once one counts. One person who presses twice means both: a second press, made before the
 * first has changed the sight, goes on from what the first one was answered.
 */
export function inTurn<Sight>(isSame: (one: Sight, other: Sight) => boolean) {
  let last: Promise<{ seen: Sight; now: Sight }> | null = null
  /** `send` answers how things stand after it; null when it was refused. */
  return (seen: Sight, send: (from: Sight) => Promise<Sight | null>): Promise<void> => {
    const before = last
    const turn = (async () => {
      const answered = await before
      const from = answered && isSame(answered.seen, seen) ? answered.now : seen
      return { seen, now: (await send(from)) ?? from }
    })()
    last = turn
    return turn.then(() => {})
  }
}
