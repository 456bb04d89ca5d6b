import { Button, buttonClass, Logo } from '@vispera/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { LanguageMenu } from '../shared/language-menu.tsx'
import { MainArea } from '../shared/main-area.tsx'
import { useTitle } from '../shared/use-title.ts'
import styles from './missing.module.css'

interface MessagePageProps {
  readonly title: string
  readonly children: ReactNode
  readonly onRetry?: (() => void) | undefined
  /** Whoever waits has nothing else to do here. */
  readonly isWaiting?: boolean
}

/** What happened, what to do now, and the way to a new workshop. */
export function MessagePage({ title, children, onRetry, isWaiting = false }: MessagePageProps) {
  const { t } = useWords()
  useTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <a href="/" aria-label={t('shell.home')}>
          <Logo />
          <span translate="no">Vispera</span>
        </a>
        <LanguageMenu />
      </header>
      <MainArea isReady className={styles.message}>
        <h1>{title}</h1>
        {children}
        {!isWaiting && (
          <p className={styles.acts}>
            {onRetry && (
              <Button variant="ink" size="large" onClick={onRetry}>
                {t('shell.retry')}
              </Button>
            )}
            <a href="/" className={buttonClass(onRetry ? 'outline' : 'ink', 'large')}>
              {t('shell.start.title')}
            </a>
          </p>
        )}
      </MainArea>
    </div>
  )
}
