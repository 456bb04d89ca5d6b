import type { Decision } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useDecisions } from '../votes/use-votes.ts'
import { DecisionForm } from './decision-form.tsx'
import styles from './decisions.module.css'

/** What the group settled, in its words, in the order in which it did. */
export function Decisions() {
  const { t } = useWords()
  const session = useSession()
  const decisions = useDecisions()
  const [writing, setWriting] = useState<Decision | 'new' | null>(null)
  const done = () => setWriting(null)
  return (
    <section aria-label={t('voices.decisions')}>
      <h3 className={styles.heading}>{t('voices.decisions')}</h3>
      {decisions.length === 0 && <p className={styles.none}>{t('voices.decisions.none')}</p>}
      <ol className={styles.decisions}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.decision}>
            {writing !== null && writing !== 'new' && writing.id === decision.id ? (
              <DecisionForm decision={decision} onDone={done} />
            ) : (
              <DecisionWords decision={decision} onChange={() => setWriting(decision)} />
            )}
          </li>
        ))}
      </ol>
      {writing === 'new' && <DecisionForm onDone={done} />}
      {writing === null && session.canLead() && (
        <Button onClick={() => setWriting('new')}>{t('voices.decide')}</Button>
      )}
    </section>
  )
}

function DecisionWords({ decision, onChange }: { decision: Decision; onChange: () => void }) {
  const { t } = useWords()
  const session = useSession()
  const { words, method, reservations, revisitOn } = decision
  return (
    <>
      <p className={styles.words} dir="auto">
        {words}
      </p>
      <p className={styles.facts}>
        {t(`voices.method.${method}`)}
        {revisitOn !== undefined && <> · {t('voices.decide.revisited', { date: revisitOn })}</>}
      </p>
      {reservations.length > 0 && (
        <>
          <p className={styles.facts}>{t('voices.decide.reservations')}</p>
          <ul className={styles.reservations}>
            {reservations.map((reservation) => (
              <li key={reservation} dir="auto">
                {reservation}
              </li>
            ))}
          </ul>
        </>
      )}
      {session.canLead() && (
        <Button variant="quiet" size="small" onClick={onChange}>
          {t('voices.decide.change')}
        </Button>
      )}
    </>
  )
}
