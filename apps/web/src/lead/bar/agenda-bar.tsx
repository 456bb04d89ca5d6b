import { useWords } from '../../i18n/use-words.ts'
import { Clamped } from '../../screens/workshop/clamped.tsx'
import { useSession } from '../../session/session-context.ts'
import { HandButton } from '../attention/hand-button.tsx'
import { Rule } from '../clock/rule.tsx'
import { TimeLeft } from '../clock/time-left.tsx'
import { promptOf } from '../stage-words.ts'
import { useAgenda, useLeads, usePlace } from '../use-agenda.ts'
import styles from './agenda-bar.module.css'
import { LeaderControls, PauseButton } from './leader-controls.tsx'
import { MayDo } from './may-do.tsx'
import { StageHeading } from './stage-heading.tsx'

/** Where we are, what to do, and how long; for those who lead also what moves it on. */
export function AgendaBar() {
  const words = useWords()
  const agenda = useAgenda()
  const place = usePlace()
  const leads = useLeads()
  const isKeeper = useSession().me.role === 'safety-keeper'
  if (!place) return null
  const { now, stage } = place
  const prompt = promptOf(stage, words)
  return (
    <section className={styles.bar} aria-label={words.t('lead.bar')} data-region="">
      <StageHeading place={place} />
      <Clamped key={now.run} className={styles.prompt}>
        <span dir="auto">{prompt}</span>
      </Clamped>
      {!leads && <MayDo stage={stage} className={styles.may} />}
      <TimeLeft now={now} stage={stage} />
      {isKeeper && <PauseButton place={place} />}
      {leads ? <LeaderControls place={place} /> : <HandButton />}
      <Rule agenda={agenda} className={styles.rule} />
    </section>
  )
}
