import { type Agenda, type AgendaStage, type Now, stageNow } from '@vispera/board'
import { useSessionValue } from '../session/use-session-value.ts'

/** The stage that runs, and how it stands; null while none does. */
export function useStageNow(): { stage: AgendaStage; now: Now; agenda: Agenda } | null {
  const agenda = useSessionValue((session) => session.agenda())
  const stage = stageNow(agenda)
  return stage && agenda.now ? { stage, now: agenda.now, agenda } : null
}

export const useIsProtected = (): boolean =>
  useSessionValue((session) => session.stage()?.workshop.safety === 'protected')
