import { useRef } from 'react'
import { inTurn } from '../../lead/clock/in-turn.ts'
import { useCommand } from '../use-command.ts'
import type { Group } from './use-groups.ts'

type Sight = Readonly<Record<string, number | null>>

interface GiveTime {
  /** So many minutes from now; 0 takes the timer away. */
  set(minutes: number): void
  /** More of it: two who lead and press at once give it once. */
  extend(minutes: number): void
}

/** Time for some groups: one, which is named, or all of them. */
export function useGiveTime(groups: readonly Group[], group?: string): GiveTime {
  const command = useCommand()
  const press = useRef(inTurn<Sight>(isSame)).current
  return {
    set: (minutes) => void command('group-timer', { group, minutes }),
    extend: (minutes) =>
      void press(Object.fromEntries(groups.map(({ id, endsAt }) => [id, endsAt])), async (saw) => {
        const answer = await command('extend-groups', { group, minutes, saw })
        return isSight(answer?.endsAt) ? answer.endsAt : null
      }),
  }
}

const isSame = (one: Sight, other: Sight): boolean => Object.keys(one).every((id) => one[id] === other[id])

const isSight = (value: unknown): value is Sight =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((endsAt) => endsAt === null || typeof endsAt === 'number')
