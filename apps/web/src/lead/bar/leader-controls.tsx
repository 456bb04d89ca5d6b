import { Button, IconButton } from '@vispera/ui'
import { ArrowRight, Hand, Pause, Play } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSidePanel } from '../../screens/workshop/side-panel.ts'
import { useHandsUp } from '../attention/hand.ts'
import { useExtend } from '../clock/use-extend.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { nameOf } from '../stage-words.ts'
import { useLead } from '../use-lead.ts'
import styles from './leader-controls.module.css'

/** One minute more, pause, next: what somebody who leads needs at hand. */
export function LeaderControls({ place }: { place: PlaceInAgenda }) {
  const { t } = useWords()
  const extend = useExtend(place.now)
  return (
    <div className={styles.controls}>
      <HandsUp />
      {place.now.endsAt !== null && (
        <Button variant="quiet" onClick={() => extend(1)}>
          {t('lead.add', { count: 1 })}
        </Button>
      )}
      <PauseButton place={place} />
      <NextButton place={place} />
    </div>
  )
}

export function PauseButton({ place }: { place: PlaceInAgenda }) {
  const { t } = useWords()
  const { move } = useLead()
  const isPaused = place.now.pausedAt !== null
  return (
    <IconButton
      variant="outline"
      label={t(isPaused ? 'lead.resume' : 'lead.pause')}
      onClick={() => void move(isPaused ? 'resume' : 'pause')}
    >
      {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
    </IconButton>
  )
}

/** How many asked for a turn; the agenda has the list. */
function HandsUp() {
  const { t, number } = useWords()
  const hands = useHandsUp()
  const side = useSidePanel()
  if (hands.length === 0) return null
  return (
    <Button
      variant="quiet"
      aria-label={t('lead.hands.count', { count: hands.length })}
      onClick={() => side.show('agenda')}
    >
      <Hand aria-hidden="true" />
      {number(hands.length)}
    </Button>
  )
}

/** The one next act. */
export function NextButton({ place, className }: { place: PlaceInAgenda; className?: string | undefined }) {
  const words = useWords()
  const { t } = words
  const { move } = useLead()
  const label = place.next ? t('lead.next', { name: nameOf(place.next, words) }) : t('lead.end')
  return (
    <Button
      variant="ink"
      className={className}
      data-moves-on=""
      onClick={() => void (place.next ? move('next-stage') : move('end-agenda'))}
    >
      <span className={styles.next}>{label}</span>
      <ArrowRight className="mirrors" aria-hidden="true" />
    </Button>
  )
}
