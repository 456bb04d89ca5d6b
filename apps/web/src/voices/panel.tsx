import type { Vote } from '@vispera/board'
import { Button, Panel } from '@vispera/ui'
import { ArrowLeft } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { Pulse } from './care/pulse.tsx'
import { Decisions } from './decide/decisions.tsx'
import styles from './panel.module.css'
import { useShowVoices, useVoicesPanel } from './voices-panel.ts'
import { Ballot, useQuestion } from './votes/ballot.tsx'
import { LeadVote } from './votes/lead-vote.tsx'
import { useVote } from './votes/use-votes.ts'
import { VoteResult } from './votes/vote-result.tsx'
import { VotesList } from './votes/votes-list.tsx'

/** At the side: one vote, all votes and decisions, or the pulse. The wall stays lit. */
export function VoicesSide({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const panel = useVoicesPanel()
  switch (panel.show) {
    case 'vote':
      return <OneVote id={panel.vote} onClose={onClose} />
    case 'votes':
      return (
        <Panel title={t('voices.panel')} closeLabel={t('voices.close')} onClose={onClose}>
          <VotesList />
          <Decisions />
        </Panel>
      )
    case 'pulse':
      return (
        <Panel title={t('voices.pulse')} closeLabel={t('voices.close')} onClose={onClose}>
          <Pulse />
        </Panel>
      )
  }
}

function OneVote({ id, onClose }: { id: string; onClose: () => void }) {
  const vote = useVote(id)
  if (!vote) return null
  return <ShownVote vote={vote} onClose={onClose} />
}

function ShownVote({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const { t } = useWords()
  const showVoices = useShowVoices()
  const question = useQuestion(vote)
  return (
    <Panel
      title={<span dir="auto">{question}</span>}
      className={styles.vote}
      closeLabel={t('voices.close')}
      onClose={onClose}
    >
      {vote.state === 'open' ? (
        <>
          <Ballot vote={vote} withQuestion={false} />
          <LeadVote vote={vote} />
        </>
      ) : (
        <>
          <VoteResult vote={vote} />
          <p className={styles.advises}>{t('voices.result.advises')}</p>
          <Button variant="quiet" onClick={() => showVoices({ show: 'votes' })}>
            <ArrowLeft aria-hidden="true" className="mirrors" />
            {t('voices.votes.all')}
          </Button>
        </>
      )}
    </Panel>
  )
}
