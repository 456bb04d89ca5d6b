import { type ReactNode, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { MainArea } from '../../screens/shared/main-area.tsx'
import { hourWords } from '../clock/time-words.ts'
import { useFit } from './use-fit.ts'
import styles from './wall-view.module.css'

/** Everything is paused. */
export function WallPause({ since, join }: { since: number; join: ReactNode }) {
  const { t, formatTag } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const title = t('lead.pause.title')
  useFit(heading, title)
  return (
    <MainArea id="board" isReady className={styles.plain} aria-label={t('lead.time.paused')}>
      <div className={styles.page}>
        <div className={styles.prompt}>
          <h2 ref={heading}>{title}</h2>
          <p>{t('lead.pause.since', { time: hourWords(since, formatTag) })}</p>
          <p>{t('lead.pause.safe')}</p>
        </div>
        <div className={styles.foot}>{join}</div>
      </div>
    </MainArea>
  )
}
