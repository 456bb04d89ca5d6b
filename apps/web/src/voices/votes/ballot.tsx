import type { Vote } from '@vispera/board'
import { Lock } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { promptOf } from '../../lead/stage-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useStageNow } from '../use-stage-now.ts'
import { Elsewhere } from '../write/write-alone.tsx'
import styles from './ballot.module.css'
import { DotBallot } from './dot-ballot.tsx'
import { LevelBallot } from './level-ballot.tsx'
import { useOptions } from './use-votes.ts'

/** An open vote: what is asked, my answer, and who sees it. */
export function Ballot({ vote, withQuestion = true }: { vote: Vote; withQuestion?: boolean }) {
  const { t } = useWords()
  const options = useOptions(vote)
  const question = useQuestion(vote)
  const hasASay = useSession().draft() !== null
  const isWaiting = useSessionValue((session) => (session.draft()?.pending() ?? 0) > 0)
  const isByDots = vote.form === 'dots' || vote.form === 'shaky'
  return (
    <div className={styles.ballot}>
      {withQuestion && <h2 dir="auto">{question}</h2>}
      {isByDots ? (
        options ? (
          <DotBallot vote={vote} options={options} />
        ) : (
          <Elsewhere board={vote.board ?? ''} />
        )
      ) : (
        <LevelBallot vote={vote} />
      )}
      <p className={styles.secret}>
        <Lock aria-hidden="true" />
        <span>
          {!hasASay && `${t('voices.vote.lookingOn')} `}
          {t(`voices.vote.secret.${hasASay ? (isByDots ? 'dots' : 'level') : 'others'}`)}{' '}
          <span role="status">{isWaiting ? t('voices.vote.waiting') : ''}</span>
        </span>
      </p>
    </div>
  )
}

/** What a vote asks, in its own words, else in those of its stage. */
export function useQuestion(vote: Vote): string {
  const words = useWords()
  const running = useStageNow()
  if (vote.question.trim() !== '') return vote.question
  const stage = running?.agenda.stages.find(({ id }) => id === vote.stage)
  return (stage && promptOf(stage, words)) || words.t(`voices.form.${vote.form}.question`)
}
