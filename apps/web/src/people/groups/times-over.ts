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

/** How long "2 minutes left" stands there: beside a clock that has gone on it would be wrong. */
const saidMs = 30_000

/** The mark, in minutes, that is told when so much is left; that of the end for as long as it is over. */
export const markAt = (leftMs: number, marks: readonly number[]): number | null =>
  marks.find((minutes) => {
    const sinceMs = minutes * 60_000 - leftMs
    return sinceMs >= 0 && (minutes === 0 || sinceMs < saidMs)
  }) ?? null
