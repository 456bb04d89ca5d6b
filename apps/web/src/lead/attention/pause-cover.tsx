import { Button } from '@vispera/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { hourWords } from '../clock/time-words.ts'
import { whenCalm } from './calm.ts'
import styles from './pause-cover.module.css'
import { useAttention } from './use-attention.ts'

/** Everything is paused: a calm cover for everybody but those who lead. Nothing is lost, and one may look. */
export function PauseCover() {
  const { t, formatTag } = useWords()
  const session = useSession()
  const { paused } = useAttention()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (paused === null || session.canLead()) return setShown(false)
    // Whoever is in the middle of a sentence finishes it.
    return whenCalm(() => setShown(true))
  }, [paused, session])
  if (!isShown || paused === null) return null
  return (
    <section className={styles.cover} aria-label={t('lead.time.paused')} data-region="">
      <div className={styles.words} role="status">
        <h2>{t('lead.pause.title')}</h2>
        <p>{t('lead.pause.since', { time: hourWords(paused, formatTag) })}</p>
        <p>{t('lead.pause.safe')}</p>
      </div>
      <Button onClick={() => setShown(false)}>{t('lead.pause.look')}</Button>
    </section>
  )
}
