import { groupLeftMs } from '@vispera/board'

/** A group and its time. */
export interface Timed {
  readonly number: number
  /** By the server's clock; null without a timer. */
  readonly endsAt: number | null
}

/** The numbers of the groups whose time is up at `at` (server's clock). */
export const timesOver = (groups: readonly Timed[], pausedAt: number | null, at: number): readonly number[] =>
  groups.flatMap(({ number, endsAt }) =>
    endsAt !== null && groupLeftMs(endsAt, pausedAt, at) <= 0 ? [number] : [],
  )
