import type { Agenda } from '@vispera/board'
import { useMemo } from 'react'
import { useSession } from '../session/session-context.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import { type PlaceInAgenda, placeIn } from './plan.ts'

/** The agenda as it stands; the same object until something of the workshop changes. */
export const useAgenda = (): Agenda => useSessionValue((session) => session.agenda())

/** Where the workshop is in its agenda; null while no stage runs. */
export function usePlace(): PlaceInAgenda | null {
  const agenda = useAgenda()
  return useMemo(() => placeIn(agenda), [agenda])
}

/** Whether this seat leads. */
export const useLeads = (): boolean => useSession().canLead()
