import { randomInt } from 'node:crypto'

/** How long the server takes its time, so that when something appears does not tell who did it. */
export interface Pace {
  /** The number of waiting drafts is published at most this often. */
  readonly countMs: number
  /** What comes after its reveal waits this long, each time another while. */
  readonly lateMs: () => number
}

export const calmPace: Pace = { countMs: 1_000, lateMs: () => randomInt(2_000, 8_000) }
