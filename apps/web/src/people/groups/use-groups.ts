import { type Groups, groupEndsAt, type Split } from '@vispera/board'
import { useMemo } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'
import type { Timed } from './times-over.ts'

/** A group with its own time. */
export type Group = Split['groups'][number] & Timed

export interface GroupsNow {
  readonly split: Split | null
  readonly groups: readonly Group[]
  /** My own, while people are split. */
  readonly mine: Group | null
  /** Those of a group whom this screen knows by name, without me. */
  membersOf(group: string): readonly Person[]
  /** How many are in a group, me among them. */
  sizeOf(group: string): number
}

export function useGroups(): GroupsNow {
  const { me } = useSession()
  const { split, groupOf }: Groups = useSessionValue((session) => session.groups())
  const people = useSessionValue((session) => session.people())
  const groups = useMemo(
    () => split?.groups.map((group) => ({ ...group, endsAt: groupEndsAt(split, group) })) ?? [],
    [split],
  )
  const isRunning = split?.state === 'running'
  return {
    split,
    groups,
    mine: isRunning ? (groups.find(({ id }) => id === groupOf.get(me.id)) ?? null) : null,
    membersOf: (group) => people.filter(({ id }) => groupOf.get(id) === group),
    sizeOf: (group) => [...groupOf.values()].filter((one) => one === group).length,
  }
}
