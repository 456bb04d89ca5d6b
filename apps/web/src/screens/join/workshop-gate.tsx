import type { ReactNode } from 'react'
import { useSessionValue } from '../../session/use-session-value.ts'
import { Closed } from '../missing/closed.tsx'

/** Draws the workshop while it is open to this seat, and says why once it is not. */
export function WorkshopGate({ children }: { children: ReactNode }) {
  const refusal = useSessionValue((session) => session.refusal())
  const hasStage = useSessionValue((session) => session.stage() !== null)
  // What is on screen stays there while somebody can still read it; only a deleted workshop is taken away,
  // and one from which this seat was cut off.
  if (refusal && (refusal === 'wiped' || refusal === 'cut-off' || !hasStage))
    return <Closed refusal={refusal} />
  return children
}
