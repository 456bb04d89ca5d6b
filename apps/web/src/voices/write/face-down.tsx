import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './face-down.module.css'

/** Cards drawn at most; the number says the rest. */
const mostCards = 60

/** Identical cards, as many as there are notes of others: never whose, how long, or what colour. */
export function FaceDown({ count }: { count: number }) {
  const { t, number } = useWords()
  return (
    <div className={styles.faceDown}>
      <div className={styles.cards} aria-hidden="true">
        {Array.from({ length: Math.min(count, mostCards) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
          <Card key={at} />
        ))}
      </div>
      <p className={styles.said}>
        {count > 0 && (
          <>
            <span className={styles.count} aria-hidden="true">
              {number(count)}
            </span>
            <span className="visually-hidden">{t('voices.faceDown.count', { count })}</span>
          </>
        )}
        <span>{t('voices.faceDown', { count })}</span>
      </p>
    </div>
  )
}

/** For those who do not turn the cards over themselves: who does, and what comes of it. */
export function WhatNext() {
  const { t } = useWords()
  return useSession().canLead() ? null : <p className={styles.next}>{t('voices.faceDown.next')}</p>
}

function Card() {
  return (
    <svg viewBox="0 0 38 38" className={styles.card} aria-hidden="true">
      <path d="M11 20a8 8 0 0 1 16 0z" fill="var(--poster-vermilion)" />
      <path d="M12.2 20.4a8 8 0 0 1 15.6 0" fill="none" stroke="var(--poster-ink)" strokeWidth="1" />
      <path d="M8 21.5h22M10 24h18" stroke="var(--poster-ink)" strokeWidth="1.2" />
    </svg>
  )
}
