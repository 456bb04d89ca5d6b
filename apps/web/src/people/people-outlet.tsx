import { useRef } from 'react'
import { Part } from '../later/part.tsx'
import { useIsWarm } from '../later/warm-up.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import { peopleParts } from './people-parts.ts'

/** News about people: as soon as there are any, else with the rest of the page. */
export function PeopleOutlet() {
  const hasGroups = useSessionValue((session) => session.groups().split?.state === 'running')
  const role = useSessionValue(({ me }) => me.role)
  const safety = useSessionValue(({ stage }) => stage()?.workshop.safety ?? 'guarded')
  // What changed before the news could be told is news as well.
  const cameTo = useRef({ role, safety }).current
  const isWarm = useIsWarm()
  const isNews = hasGroups || role !== cameTo.role || safety !== cameTo.safety
  // Once there, it stays: that groups have ended is news too.
  const isShown = useRef(false)
  isShown.current ||= isNews || isWarm
  return isShown.current && <Part of={peopleParts.outlet} with={cameTo} />
}
