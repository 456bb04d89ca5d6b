import type { Now } from '@vispera/board'
import { useRef } from 'react'
import { useLead } from '../use-lead.ts'
import { inTurn } from './in-turn.ts'

/** Gives the stage that runs more minutes: two who lead and press at once give them once. */
export function useExtend({ endsAt }: Now): (minutes: number) => void {
  const { move } = useLead()
  const press = useRef(inTurn<number | null>((one, other) => one === other)).current
  return (minutes) =>
    void press(endsAt, async (seen) => {
      const answer = await move('extend-stage', { minutes, endsAt: seen })
      return typeof answer?.endsAt === 'number' ? answer.endsAt : null
    })
}
