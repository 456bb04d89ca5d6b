import { stageRules } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { useSession } from '../../session/session-context.ts'
import { useStageNow } from '../use-stage-now.ts'
import { faceDownNow } from '../voices.ts'
import styles from './reveal-buttons.module.css'
import { useFocusOnCards } from './use-focus-on-cards.ts'

/** For those who lead: turns all cards over, or the next one. */
export function RevealButtons() {
  const { t } = useWords()
  const session = useSession()
  const running = useStageNow()
  const { say } = useLead()
  const buttons = useFocusOnCards()
  if (!running || !session.canLead()) return null
  const { now, stage } = running
  const count = faceDownNow(running)
  if (count === 0) return null

  // Pressed twice it counts once: what was seen goes along, and the button stays, focus and all, for the next card.
  const reveal = (how: 'all' | 'next') =>
    say('reveal', { run: now.run, how, ...(how === 'next' ? { left: count } : {}) })
  const isStillWriting = stageRules[stage.kind].adds === 'drafts'
  return (
    <div ref={buttons} className={styles.buttons}>
      <Button variant={isStillWriting ? 'outline' : 'ink'} size="medium" onClick={() => void reveal('all')}>
        {t('voices.reveal.all', { count })}
      </Button>
      <Button variant="quiet" onClick={() => void reveal('next')}>
        {t('voices.reveal.next')}
      </Button>
    </div>
  )
}
