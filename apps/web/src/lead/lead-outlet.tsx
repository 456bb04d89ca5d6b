import { Part } from '../later/part.tsx'
import { useIsWarm, useStands } from '../later/warm-up.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import { leadParts } from './lead-parts.ts'

const nothing = {}

/**
 * Where the workshop is led from and to: as soon as the board stands where there is anything to lead by, else with
 * the rest of the page.
 */
export function LeadOutlet() {
  const hasAgenda = useSessionValue((session) => session.agenda().stages.length > 0)
  const stands = useStands()
  const isWarm = useIsWarm()
  return ((hasAgenda && stands) || isWarm) && <Part of={leadParts.outlet} with={nothing} />
}
