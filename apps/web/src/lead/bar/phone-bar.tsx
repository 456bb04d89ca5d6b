import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Clamped } from '../../screens/workshop/clamped.tsx'
import { HandButton } from '../attention/hand-button.tsx'
import { Rule } from '../clock/rule.tsx'
import { TimeLeft } from '../clock/time-left.tsx'
import { promptOf } from '../stage-words.ts'
import { useAgenda, usePlace } from '../use-agenda.ts'
import { MayDo } from './may-do.tsx'
import styles from './phone-bar.module.css'
import { StageHeading } from './stage-heading.tsx'

interface PhoneBarProps {
  /** Which board is on screen, and the way to others. */
  readonly board: ReactNode
  /** What stands after the time. */
  readonly menu: ReactNode
}

/** The header of a phone while an agenda runs. */
export function PhoneBar({ board, menu }: PhoneBarProps) {
  const agenda = useAgenda()
  const place = usePlace()
  if (!place) return null
  return (
    <header className={styles.bar} data-region="">
      <StageHeading place={place} isShort className={styles.heading}>
        <span className={styles.board}>{board}</span>
      </StageHeading>
      <TimeLeft now={place.now} stage={place.stage} />
      {menu}
      <Rule agenda={agenda} className={styles.rule} />
    </header>
  )
}

/** Under the header: what to do and what one may do, where the view itself does not say it large. */
export function PhonePrompt() {
  const words = useWords()
  const place = usePlace()
  if (!place) return null
  const prompt = promptOf(place.stage, words)
  return (
    <section className={styles.prompt} aria-label={words.t('lead.bar')} data-region="">
      {prompt !== '' && (
        <Clamped key={place.now.run}>
          <span dir="auto">{prompt}</span>
        </Clamped>
      )}
      <div className={styles.mine}>
        <MayDo stage={place.stage} />
        <HandButton />
      </div>
    </section>
  )
}
