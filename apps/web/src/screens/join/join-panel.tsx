import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useRequest } from '../shared/use-request.ts'
import { useHeads } from '../workshop/use-heads.ts'
import { JoinForm } from './join-form.tsx'
import styles from './join-panel.module.css'

/**
 * The questions at the side of a board that is open already. Nothing waits for them: whoever writes first
 * has come in without a name.
 */
export function JoinPanel({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const session = useSession()
  const stage = useSessionValue((one) => one.stage())
  const { here } = useHeads()
  const { isBusy, error, run } = useRequest()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  if (!stage) return null
  async function comeIn(alias: string) {
    if (alias === '' || (await run(() => session.rename(alias)))) onDone()
  }
  return (
    <aside
      ref={panel}
      className={styles.panel}
      data-region=""
      aria-label={t('shell.join.title')}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onDone()}
    >
      <p className={styles.about}>{t('shell.join.welcome')}</p>
      <h2>
        <bdi>{stage.workshop.title}</bdi>
      </h2>
      <p className={styles.people}>{t('shell.join.here', { count: here })}</p>
      <JoinForm
        safety={stage.workshop.safety}
        size="medium"
        isBusy={isBusy}
        error={error}
        onComeIn={comeIn}
      />
    </aside>
  )
}
