import { recordApprovals } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { keeps } from '../../session/lead-line.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useCommand } from '../use-command.ts'
import styles from './safety.module.css'

/** A protected workshop's record leaves only with two people's word that they have read it through. */
export function RecordApproval() {
  const { t } = useWords()
  const { me } = useSession()
  const command = useCommand()
  const approved = useSessionValue(({ stage }) => stage()?.workshop.recordApproved ?? none)
  const [hasRead, setRead] = useState(false)
  const mine = me.role === 'safety-keeper' ? 'safety-keeper' : 'facilitator'
  const isMine = approved.includes(mine)
  return (
    <section className={styles.approval}>
      <h3>{t('people.approve')}</h3>
      <ul>
        {recordApprovals.map((one) => (
          <li key={one}>
            {approved.includes(one) ? <Check aria-hidden="true" /> : null}
            {t(`people.approve.${one}.${approved.includes(one) ? 'yes' : 'no'}`)}
          </li>
        ))}
      </ul>
      {keeps(me.role) &&
        (isMine ? (
          <Button onClick={() => void command('approve-record', { on: false })}>
            {t('people.approve.back')}
          </Button>
        ) : (
          <>
            <label className={styles.tick}>
              <input type="checkbox" checked={hasRead} onChange={(event) => setRead(event.target.checked)} />
              <span>{t('people.approve.read')}</span>
            </label>
            <Button
              variant="ink"
              disabled={!hasRead}
              onClick={() => void command('approve-record', { on: true })}
            >
              {t('people.approve.do')}
            </Button>
          </>
        ))}
    </section>
  )
}

const none: readonly string[] = []
