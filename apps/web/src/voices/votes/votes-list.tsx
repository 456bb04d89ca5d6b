import type { Vote } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useShowVoices } from '../voices-panel.ts'
import { useQuestion } from './ballot.tsx'
import { OpenVoteForm } from './open-vote-form.tsx'
import { useVotes } from './use-votes.ts'
import { VoteResult } from './vote-result.tsx'
import styles from './votes-list.module.css'

/** Every vote so far, the newest first, with what it said; and the way to open another. */
export function VotesList() {
  const { t } = useWords()
  const session = useSession()
  const votes = useVotes()
  const [isOpening, setOpening] = useState(false)
  return (
    <section aria-label={t('voices.votes')}>
      {session.canLead() && !isOpening && (
        <Button variant="ink" onClick={() => setOpening(true)}>
          {t('voices.open')}
        </Button>
      )}
      {isOpening && <OpenVoteForm onDone={() => setOpening(false)} />}
      {votes.length === 0 && !isOpening && <p className={styles.none}>{t('voices.votes.none')}</p>}
      <ol className={styles.votes}>
        {votes.toReversed().map((vote, at) => (
          <li key={vote.id}>
            <VoteLine vote={vote} isFirst={at === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function VoteLine({ vote, isFirst }: { vote: Vote; isFirst: boolean }) {
  const { t } = useWords()
  const showVoices = useShowVoices()
  const question = useQuestion(vote)
  if (vote.state === 'open') {
    return (
      <div className={styles.open}>
        <p dir="auto">{question}</p>
        <Button onClick={() => showVoices({ show: 'vote', vote: vote.id })}>{t('voices.votes.go')}</Button>
      </div>
    )
  }
  return (
    <details className={styles.vote} open={isFirst}>
      <summary>
        <span dir="auto">{question}</span>{' '}
        <span className={styles.form}>{t(`voices.form.${vote.form}`)}</span>
      </summary>
      <VoteResult vote={vote} />
    </details>
  )
}
