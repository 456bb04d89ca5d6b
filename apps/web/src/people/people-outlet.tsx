import { Part } from '../later/part.tsx'
import { useIsWarm, useStands } from '../later/warm-up.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import { peopleParts } from './people-parts.ts'

const nothing = {}

/** News about people: while there are small groups as soon as the board stands, else with the rest of the page. */
export function PeopleOutlet() {
  const hasGroups = useSessionValue((session) => session.groups().split?.state === 'running')
  const stands = useStands()
  const isWarm = useIsWarm()
  return ((hasGroups && stands) || isWarm) && <Part of={peopleParts.outlet} with={nothing} />
}
