import { stageRules } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { useSession } from '../../session/session-context.ts'
import { useStageNow } from '../use-stage-now.ts'
import styles from './reveal-buttons.module.css'

/** For those who lead: turns all cards over, or the next one. */
export function RevealButtons() {
  const { t } = useWords()
  const session = useSession()
  const running = useStageNow()
  const { say } = useLead()
  const [isAsking, setAsking] = useState(false)
  if (!running || !session.canLead()) return null
  const { now, stage } = running
  const count = now.faceDown ?? now.drafts ?? 0
  if (count === 0) return null

  async function reveal(how: 'all' | 'next') {
    setAsking(true)
    await say('reveal', { run: now.run, how, ...(how === 'next' ? { left: count } : {}) })
    setAsking(false)
  }
  const isStillWriting = stageRules[stage.kind].adds === 'drafts'
  return (
    <div className={styles.buttons}>
      <Button
        variant={isStillWriting ? 'outline' : 'ink'}
        size="medium"
        disabled={isAsking}
        onClick={() => void reveal('all')}
      >
        {t('voices.reveal.all', { count })}
      </Button>
      <Button variant="quiet" disabled={isAsking} onClick={() => void reveal('next')}>
        {t('voices.reveal.next')}
      </Button>
    </div>
  )
}
