import type { Vote } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { useSession } from '../../session/session-context.ts'
import { ByHandForm } from './by-hand-form.tsx'
import styles from './lead-vote.module.css'
import { usePeopleWithASay } from './use-votes.ts'

/** For those who lead: enter the room's voices, close the vote, or drop it. */
export function LeadVote({ vote }: { vote: Vote }) {
  const { t } = useWords()
  const session = useSession()
  const people = usePeopleWithASay()
  const { say } = useLead()
  const [asks, setAsks] = useState<'close' | 'drop' | 'hand' | null>(null)
  const leads = session.canLead()
  // Scribes speak for those who have no device.
  if ((!leads && session.me.role !== 'scribe') || vote.state !== 'open') return null
  const done = () => {
    // What was pressed goes away: the panel keeps the focus, so that the result is read from there.
    document.activeElement?.closest<HTMLElement>('aside')?.focus()
    setAsks(null)
  }
  if (asks === 'hand') return <ByHandForm vote={vote} onDone={done} />
  if (asks !== null) {
    return (
      <div className={styles.ask} role="alertdialog" aria-label={t(`voices.lead.${asks}`)}>
        <p>{t(`voices.lead.${asks}.ask`, { count: people })}</p>
        <div className={styles.acts}>
          <Button
            variant="ink"
            autoFocus
            onClick={async () => {
              done()
              await say(`${asks}-vote`, { vote: vote.id })
            }}
          >
            {t(`voices.lead.${asks}.do`)}
          </Button>
          <Button onClick={done}>{t('voices.cancel')}</Button>
        </div>
      </div>
    )
  }
  return (
    <section className={styles.lead} aria-label={t('voices.lead')}>
      <p className={styles.hint}>{t('voices.lead.noTotals')}</p>
      <div className={styles.acts}>
        {leads && (
          <Button variant="ink" onClick={() => setAsks('close')}>
            {t('voices.lead.close')}
          </Button>
        )}
        <Button onClick={() => setAsks('hand')}>{t('voices.lead.hand')}</Button>
        {leads && (
          <Button variant="quiet" onClick={() => setAsks('drop')}>
            {t('voices.lead.drop')}
          </Button>
        )}
      </div>
    </section>
  )
}
