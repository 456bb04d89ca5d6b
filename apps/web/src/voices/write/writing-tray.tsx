import { useWords } from '../../i18n/use-words.ts'
import { RevealButtons } from '../reveal/reveal-buttons.tsx'
import { DraftComposer } from './draft-composer.tsx'
import { FaceDown } from './face-down.tsx'
import type { Writing } from './use-writing.ts'
import { Elsewhere, Mine, Question } from './write-alone.tsx'
import styles from './writing-tray.module.css'

/** On a wide screen: a tray under the wall, with my drafts in it and everybody's cards face down. */
export function WritingTray({ writing }: { writing: Writing }) {
  const { t } = useWords()
  if (writing.elsewhere !== null) return <Elsewhere board={writing.elsewhere} />
  return (
    <div className={styles.tray}>
      <div className={styles.write}>
        <Question />
        <DraftComposer home={writing.home} isOnPhone={false} />
      </div>
      <div className={styles.mine}>
        <Mine writing={writing} />
      </div>
      <section className={styles.others} aria-label={t('voices.faceDown.region')}>
        <FaceDown count={writing.faceDown} />
        <RevealButtons />
      </section>
    </div>
  )
}
