import { type Gathering, readGatherings } from '@vispera/board'
import { useMemo } from 'react'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/** The gatherings of the series by when they begin. */
export function useGatherings(): readonly Gathering[] {
  const { stageDoc } = useSession()
  // The stage is another object after each change of its document.
  const stage = useSessionValue((session) => session.stage())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stage is the reason to read again
  return useMemo(() => readGatherings(stageDoc), [stageDoc, stage])
}
