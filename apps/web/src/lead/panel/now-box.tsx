import type { AgendaStage, Now } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { LookHere } from '../attention/look-here.tsx'
import { PauseButton } from '../bar/leader-controls.tsx'
import { TimeLeft } from '../clock/time-left.tsx'
import { useExtend } from '../clock/use-extend.ts'
import { doingIn, nameOf, promptOf } from '../stage-words.ts'
import { useLeads, usePlace } from '../use-agenda.ts'
import styles from './now-box.module.css'
import { PromptField } from './prompt-field.tsx'
import { StageMenu } from './stage-acts.tsx'

/** What runs now: the only box of the agenda. */
export function NowBox({ stage, now, number }: { stage: AgendaStage; now: Now; number: number }) {
  const words = useWords()
  const { t } = words
  const leads = useLeads()
  const place = usePlace()
  const extend = useExtend(now)
  const doing = doingIn(stage)
  const prompt = promptOf(stage, words)
  const box = useRef<HTMLDivElement>(null)
  // What is done scrolls away: the stage that runs is what people come for.
  useEffect(() => {
    const item = box.current?.closest('li')
    const body = item?.closest('[data-agenda]')?.parentElement
    const top = (item?.offsetTop ?? 0) - (body?.offsetTop ?? 0)
    if (body && top > body.clientHeight / 3) body.scrollTop = top - 120
  }, [])
  return (
    <div ref={box} className={styles.box} data-stage={stage.id} aria-current="step">
      <div className={styles.head}>
        <span className={styles.number}>{words.number(number)}</span>
        <p className={styles.name} dir="auto">
          {nameOf(stage, words)}
        </p>
        <TimeLeft now={now} stage={stage} className={styles.time} />
      </div>
      {leads ? <PromptField stage={stage} /> : prompt !== '' && <p dir="auto">{prompt}</p>}
      <dl className={styles.facts}>
        <dt>{t('lead.stage.adds')}</dt>
        <dd>{t(`lead.adds.${doing}`)}</dd>
        <dt>{t('lead.stage.sees')}</dt>
        <dd>{t(`lead.sees.${doing === 'drafts' || doing === 'vote' ? doing : 'all'}`)}</dd>
      </dl>
      {leads && place && (
        <div className={styles.acts}>
          {now.endsAt !== null &&
            [1, 5].map((minutes) => (
              <Button key={minutes} onClick={() => extend(minutes)}>
                {t('lead.add', { count: minutes })}
              </Button>
            ))}
          <PauseButton place={place} />
          <span className={styles.gap} />
          <LookHere />
          <StageMenu stage={stage} state="now" />
        </div>
      )}
    </div>
  )
}
