import { Part } from '../later/part.tsx'
import { useIsWarm } from '../later/warm-up.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import { peopleParts } from './people-parts.ts'

const nothing = {}

/** News about people: at once while there are small groups, else with the rest of the page. */
export function PeopleOutlet() {
  const hasGroups = useSessionValue((session) => session.groups().split?.state === 'running')
  const isWarm = useIsWarm()
  return (hasGroups || isWarm) && <Part of={peopleParts.outlet} with={nothing} />
}
