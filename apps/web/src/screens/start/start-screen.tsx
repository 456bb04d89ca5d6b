import { kindIds } from '@vispera/kinds'
import { Sun } from '@vispera/ui'
import { useEffect } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { KindWords } from '../../i18n/words-provider.tsx'
import { LanguageMenu } from '../shared/language-menu.tsx'
import { MainArea } from '../shared/main-area.tsx'
import { useTitle } from '../shared/use-title.ts'
import { ask } from './ask.ts'
import { JoinByCode } from './join-by-code.tsx'
import { StartForm } from './start-form.tsx'
import styles from './start-screen.module.css'

/** Poster half, form half. */
export default function StartScreen() {
  return (
    <KindWords ids={kindIds}>
      <StartPage />
    </KindWords>
  )
}

function StartPage() {
  const { t } = useWords()
  useTitle(t('shell.start.title'))
  useEffect(() => {
    // Whoever acts without it is told.
    ask().catch(() => {})
  }, [])
  return (
    <div className={styles.start}>
      <header className={styles.poster}>
        <div className={styles.day}>
          <p className={styles.name} translate="no">
            Vispera
          </p>
          <p className={styles.line}>
            {t('shell.start.eve')}
            <br />
            {t('shell.start.instant')}
          </p>
          <Sun className={styles.sun} />
        </div>
        <div className={styles.night}>
          <div className={styles.water} aria-hidden="true">
            <span />
            <span />
            <span />
            <span />
            <span />
          </div>
          <p>{t('shell.start.what')}</p>
        </div>
      </header>
      <MainArea isReady className={styles.form}>
        <div className={styles.sheet}>
          <div className={styles.language}>
            <LanguageMenu />
          </div>
          <StartForm />
          <hr className={styles.rule} />
          <JoinByCode />
        </div>
      </MainArea>
    </div>
  )
}
