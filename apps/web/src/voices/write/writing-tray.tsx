import { useWords } from '../../i18n/use-words.ts'
import { RevealButtons } from '../reveal/reveal-buttons.tsx'
import { DraftComposer } from './draft-composer.tsx'
import { FaceDown, WhatNext } from './face-down.tsx'
import { useFaceDown, type Writing } from './use-writing.ts'
import { Elsewhere, Mine, Question } from './write-alone.tsx'
import styles from './writing-tray.module.css'

/** On a wide screen: a tray under the wall, with my drafts in it and everybody's cards face down. */
export function WritingTray({ writing }: { writing: Writing }) {
  if (writing.elsewhere !== null) return <Elsewhere board={writing.elsewhere} />
  return (
    <div className={styles.tray}>
      <div className={styles.asked}>
        <Question />
        <Cards faceDown={writing.faceDown} />
      </div>
      <DraftComposer home={writing.home} isOnPhone={false} />
      <div className={styles.mine}>
        <Mine writing={writing} />
      </div>
    </div>
  )
}

/** Between writing and reading: everybody's cards, and for those who lead the way to turn them over. */
export function RevealTray() {
  return (
    <div className={styles.reveal}>
      <Cards faceDown={useFaceDown()} saysNext />
    </div>
  )
}

function Cards({ faceDown, saysNext }: { faceDown: number; saysNext?: boolean }) {
  const { t } = useWords()
  return (
    <section className={styles.cards} aria-label={t('voices.faceDown.region')}>
      <FaceDown count={faceDown} />
      {saysNext && <WhatNext />}
      <RevealButtons />
    </section>
  )
}
