import { Button } from '@vispera/ui'
import { Lock } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { promptOf } from '../../lead/stage-words.ts'
import { firstSentence } from '../../screens/workshop/write-view.tsx'
import { useSessionValue } from '../../session/use-session-value.ts'
import { RevealButtons } from '../reveal/reveal-buttons.tsx'
import { useIsProtected, useStageNow } from '../use-stage-now.ts'
import { DraftCards } from './draft-cards.tsx'
import { FaceDown, WhatNext } from './face-down.tsx'
import { useFaceDown, useWriting, type Writing } from './use-writing.ts'
import styles from './write-alone.module.css'

/** On a phone: the question large, and what I have put down so far. The composer stands under it. */
export function WriteAlone() {
  const { t } = useWords()
  const writing = useWriting()
  if (!writing) return null
  if (writing.elsewhere !== null) return <Elsewhere board={writing.elsewhere} />
  return (
    <div className={styles.write}>
      <Question />
      <Mine writing={writing} />
      {writing.faceDown > writing.mine.length && (
        <section className={styles.others} aria-label={t('voices.faceDown.region')}>
          <FaceDown count={writing.faceDown} />
        </section>
      )}
      <RevealButtons />
    </div>
  )
}

/** On a phone, before the reveal: everybody's cards. */
export function FaceDownPage() {
  const { t } = useWords()
  return (
    <section className={styles.write} aria-label={t('voices.faceDown.region')}>
      <FaceDown count={useFaceDown()} />
      <WhatNext />
      <RevealButtons />
    </section>
  )
}

/** What is asked, to be read at a glance; and that nobody reads along. */
export function Question() {
  const words = useWords()
  const { t, locale } = words
  const { kind } = useBoardOnScreen()
  const running = useStageNow()
  const isProtected = useIsProtected()
  const zone = kind.zones.find((one) => one.holds === 'main') ?? kind.zones[0]
  const ofZone = zone ? t(`${kind.id}.zone.${zone.id}.prompt`) : ''
  const ofStage = running ? promptOf(running.stage, words) : ''
  // The method's line says how many; what to write stands in the place that it is for.
  const isOwn = running?.stage.prompt !== undefined && ofStage !== ''
  const [question, rest] = firstSentence(isOwn ? ofStage : ofZone || ofStage, locale)
  return (
    <div className={styles.question}>
      <h2 dir="auto">{question}</h2>
      <p>
        {rest !== '' && <span>{rest} </span>}
        {!isOwn && ofZone !== '' && <span>{ofStage} </span>}
        {t('voices.write.alone')}
      </p>
      {isProtected && <p className={styles.warning}>{t('voices.write.protected')}</p>}
    </div>
  )
}

export function Mine({ writing: { draft, mine } }: { writing: Writing }) {
  const { t } = useWords()
  return (
    <section className={styles.mine} aria-label={t('voices.write.region')}>
      <p className={styles.count}>
        <Lock aria-hidden="true" />
        {t('voices.write.mine', { count: mine.length })}
      </p>
      {mine.length === 0 && <p className={styles.none}>{t('voices.write.none')}</p>}
      <DraftCards draft={draft} notes={mine} />
    </section>
  )
}

/** The stage is about another board than the one on screen. */
export function Elsewhere({ board }: { board: string }) {
  const { t } = useWords()
  const goTo = useGoToBoard()
  const title = useSessionValue((session) => session.stage()?.boards.find((one) => one.id === board)?.title)
  if (title === undefined) return null
  return (
    <div className={styles.elsewhere}>
      <p dir="auto">{t('voices.write.elsewhere', { board: title })}</p>
      <Button variant="ink" onClick={() => goTo(board)}>
        {t('voices.write.goThere')}
      </Button>
    </div>
  )
}
