import { Button } from '@vispera/ui'
import { RotateCcwKey } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useCommand } from '../use-command.ts'
import styles from './renew-links.module.css'

/** New links for everybody below, with what that means said before it is done. */
export function RenewLinks() {
  const { t } = useWords()
  const session = useSession()
  const command = useCommand()
  const [isAsking, setAsking] = useState(false)
  const [cutOff, setCutOff] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  if (!session.canLead()) return null
  async function renew() {
    setBusy(true)
    const answer = await command('renew-links')
    setBusy(false)
    setAsking(false)
    if (answer) setCutOff(typeof answer.cutOff === 'number' ? answer.cutOff : 0)
  }
  return (
    <section className={styles.renew}>
      <h3>{t('people.renew')}</h3>
      <p>{t(session.me.role === 'host' ? 'people.renew.what.host' : 'people.renew.what')}</p>
      {isAsking ? (
        <div className={styles.acts}>
          <p role="alert">{t('people.renew.sure')}</p>
          <Button onClick={() => setAsking(false)}>{t('shell.cancel')}</Button>
          <Button variant="ink" disabled={isBusy} onClick={() => void renew()}>
            {t('people.renew.do')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>
          <RotateCcwKey aria-hidden="true" />
          {t('people.renew')}
        </Button>
      )}
      <p role="status" className={styles.done}>
        {cutOff !== null && t('people.renew.done', { count: cutOff })}
      </p>
    </section>
  )
}
