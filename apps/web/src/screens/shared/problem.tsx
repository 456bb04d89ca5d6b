import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './problem.module.css'

/** What went wrong and what to do, by message id; read out as it appears. */
export function Problem({ id }: { id: string | null }) {
  const { t } = useWords()
  return (
    <div role="alert">
      {id && (
        <p className={styles.problem}>
          <TriangleAlert aria-hidden="true" />
          <span>{t(id)}</span>
        </p>
      )}
    </div>
  )
}
