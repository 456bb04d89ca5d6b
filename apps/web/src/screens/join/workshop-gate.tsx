import { type ReactNode, useEffect } from 'react'
import { useSessionValue } from '../../session/use-session-value.ts'
import { Closed } from '../missing/closed.tsx'

/** Draws the workshop while it is open to this seat, and says why once it is not. */
export function WorkshopGate({ onReopen, children }: { onReopen: () => void; children: ReactNode }) {
  const refusal = useSessionValue((session) => session.refusal())
  const hasStage = useSessionValue((session) => session.stage() !== null)
  // What stands here belongs to another history than the server's: the workshop is entered afresh.
  useEffect(() => {
    if (refusal === 'set-back') onReopen()
  }, [refusal, onReopen])
  // What is on screen stays there while somebody can still read it; only a deleted workshop is taken away,
  // and one from which this seat was cut off.
  if (refusal && refusal !== 'set-back' && (refusal === 'wiped' || refusal === 'cut-off' || !hasStage))
    return <Closed refusal={refusal} />
  return children
}
