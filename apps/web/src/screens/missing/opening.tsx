import styles from './missing.module.css'

/** The moment before. Says so only when it lasts. */
export function Opening({ words }: { words: string }) {
  return (
    <div className={styles.opening} role="status">
      <p>{words}</p>
    </div>
  )
}
