import type { Groups, Split } from '@vispera/board'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'

export type Group = Split['groups'][number]

export interface GroupsNow {
  readonly split: Split | null
  /** My own, while people are split. */
  readonly mine: Group | null
  /** Those of a group whom this screen knows by name, without me. */
  membersOf(group: string): readonly Person[]
  /** How many are in a group, me among them. */
  sizeOf(group: string): number
}

export function useGroups(): GroupsNow {
  const { me } = useSession()
  const groups: Groups = useSessionValue((session) => session.groups())
  const people = useSessionValue((session) => session.people())
  const { split, groupOf } = groups
  const isRunning = split?.state === 'running'
  return {
    split,
    mine: isRunning ? (split.groups.find(({ id }) => id === groupOf.get(me.id)) ?? null) : null,
    membersOf: (group) => people.filter(({ id }) => groupOf.get(id) === group),
    sizeOf: (group) => [...groupOf.values()].filter((one) => one === group).length,
  }
}
