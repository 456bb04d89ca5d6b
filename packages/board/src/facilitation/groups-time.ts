import type { Split } from './groups.ts'

type Group = Split['groups'][number]
type Timed = Pick<Split, 'endsAt'>

/** When a group's time ends, by the server's clock; null without a timer. Older workshops had one time for all. */
export const groupEndsAt = ({ endsAt }: Timed, group: Group): number | null =>
  group.endsAt === undefined ? endsAt : group.endsAt

/** The same split with each group's end as `change` says. */
export const withGroupTimes = (
  split: Split,
  change: (endsAt: number | null, group: Group) => number | null,
): Split => ({
  ...split,
  endsAt: null,
  groups: split.groups.map((group) => ({ ...group, endsAt: change(groupEndsAt(split, group), group) })),
})

/** Milliseconds left at `at` (server's clock), negative when it is over; during a pause as much as when it began. */
export const groupLeftMs = (endsAt: number, pausedAt: number | null, at: number): number =>
  endsAt - (pausedAt ?? at)
