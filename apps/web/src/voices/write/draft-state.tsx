import { useWords } from '../../i18n/use-words.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useIsProtected } from '../use-stage-now.ts'

/** Whether my drafts are safe, and from whom; and beforehand what closing the page would lose. */
export function DraftState({
  className,
  isUnfinished,
}: {
  className?: string | undefined
  isUnfinished: boolean
}) {
  const { t } = useWords()
  const isProtected = useIsProtected()
  const pending = useSessionValue((session) => session.draft()?.pending() ?? 0)
  const isOffline = useSessionValue((session) => session.saveState().state === 'offline')
  const state = pending > 0 || isOffline ? 'waiting' : isUnfinished ? 'unfinished' : 'saved'
  return (
    <p className={className} role="status">
      {t(`voices.write.state.${state}${isProtected && state !== 'saved' ? '.protected' : ''}`)}
    </p>
  )
}
