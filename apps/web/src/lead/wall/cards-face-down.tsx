import { useWords } from '../../i18n/use-words.ts'
import styles from './cards-face-down.module.css'

/** Cards drawn at most; the number says the rest. */
const mostCards = 48

/** As many same cards as there are notes: never whose, how long, or what colour. */
export function CardsFaceDown({ count }: { count: number }) {
  const { t, number } = useWords()
  if (count === 0) return null
  return (
    <div className={styles.faceDown}>
      <div className={styles.cards} aria-hidden="true">
        {Array.from({ length: Math.min(count, mostCards) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
          <svg key={at} viewBox="0 0 38 38" className={styles.card} aria-hidden="true">
            <path d="M11 20a8 8 0 0 1 16 0z" fill="var(--poster-vermilion)" />
            <path d="M12.2 20.4a8 8 0 0 1 15.6 0" fill="none" stroke="var(--poster-ink)" strokeWidth="1" />
            <path d="M8 21.5h22M10 24h18" stroke="var(--poster-ink)" strokeWidth="1.2" />
          </svg>
        ))}
      </div>
      <p className={styles.said}>
        <span className={styles.count}>{number(count)}</span>
        <span>
          {t('lead.screen.down', { count })}
          <br />
          {t('lead.screen.together')}
        </span>
      </p>
    </div>
  )
}
