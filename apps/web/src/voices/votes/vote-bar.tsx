import type { Vote } from '@vispera/board'
import { Button } from '@vispera/ui'
import { Lock } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSidePanel } from '../../screens/workshop/side-panel.ts'
import { useShowVoices, useVoicesPanel } from '../voices-panel.ts'
import { useQuestion } from './ballot.tsx'
import { useDots } from './use-ballot.ts'
import { useOpenVote, useOptions } from './use-votes.ts'
import styles from './vote-bar.module.css'

/** At the foot of the wall while a vote is open: what is asked, what is left, and the way to the list. */
export function VoteBar() {
  const vote = useOpenVote()
  return vote ? <OpenVoteBar vote={vote} /> : null
}

function OpenVoteBar({ vote }: { vote: Vote }) {
  const { t } = useWords()
  const side = useSidePanel()
  const panel = useVoicesPanel()
  const show = useShowVoices()
  const question = useQuestion(vote)
  const options = useOptions(vote)
  const { left } = useDots(vote, options?.length ?? 0)
  const isByDots = vote.form === 'dots' || vote.form === 'shaky'
  const isShown = side.shown === 'voices' && panel.show === 'vote' && panel.vote === vote.id
  return (
    <div className={styles.bar}>
      <Lock aria-hidden="true" />
      <p className={styles.words}>
        <strong dir="auto">{question}</strong>
        <span>
          {isByDots ? `${t('voices.vote.left', { count: left })} · ${t('voices.vote.onWall')}` : ''}
        </span>
      </p>
      {!isShown && (
        <Button variant="ink" onClick={() => show({ show: 'vote', vote: vote.id })}>
          {t(isByDots ? 'voices.vote.list' : 'voices.votes.go')}
        </Button>
      )}
    </div>
  )
}
