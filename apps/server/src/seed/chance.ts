/** Repeatable chance: the same seed gives the same workshop (mulberry32). */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  pick<T>(from: readonly T[]): T
  /** True in `share` of all cases. */
  is(share: number): boolean
}

export function openChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[Math.floor(next() * from.length)] as T
    },
    is: (share) => next() < share,
  }
}
