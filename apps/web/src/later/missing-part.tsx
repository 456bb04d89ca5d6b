import { Button } from '@vispera/ui'
import { useEffect } from 'react'
import { useWords } from '../i18n/use-words.ts'
import styles from './missing-part.module.css'

/** Stands for a part that did not come. It is asked for again as soon as the network is back. */
export function MissingPart({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords()
  useEffect(() => {
    addEventListener('online', onRetry)
    return () => removeEventListener('online', onRetry)
  }, [onRetry])
  return (
    <div role="alert" className={styles.missing}>
      <p>{t('shell.part.missing')}</p>
      <div className={styles.acts}>
        <Button onClick={() => location.reload()}>{t('shell.part.reload')}</Button>
        <Button variant="ink" onClick={onRetry}>
          {t('shell.retry')}
        </Button>
      </div>
    </div>
  )
}
