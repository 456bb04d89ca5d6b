import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'
import { useFollowed, useIsFree } from './followed.ts'
import { useAttention } from './use-attention.ts'

export interface Guide {
  readonly person: Person
  /** `led`: held until released. `chosen`: until this person moves by themselves. */
  readonly by: 'led' | 'chosen'
}

/** Whose view this screen shows just now; null when it is its own. Somebody who has left leads nobody. */
export function useGuide(): Guide | null {
  const { me } = useSession()
  const { lead } = useAttention()
  const isFree = useIsFree()
  const followed = useFollowed()
  const people = useSessionValue((session) => session.people())
  const isLed = lead !== null && lead.participant !== me.id && !isFree
  const leader = isLed ? people.find(({ id }) => id === lead.participant) : undefined
  if (leader) return { person: leader, by: 'led' }
  const chosen = people.find(({ id }) => id === followed)
  return chosen ? { person: chosen, by: 'chosen' } : null
}
