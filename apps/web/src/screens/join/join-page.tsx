import { Logo, Sun } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import type { Peeked } from '../../session/api.ts'
import { LanguageMenu } from '../shared/language-menu.tsx'
import { MainArea } from '../shared/main-area.tsx'
import { useTitle } from '../shared/use-title.ts'
import { JoinForm } from './join-form.tsx'
import styles from './join-page.module.css'

interface JoinPageProps {
  readonly peeked: Peeked
  readonly isBusy: boolean
  readonly error: string | null
  readonly onComeIn: (alias: string) => void
}

/** The page before the workshop: on phones, and wherever a name could be dangerous. */
export function JoinPage({ peeked, isBusy, error, onComeIn }: JoinPageProps) {
  const { t } = useWords()
  const { here, observers } = peeked.people
  useTitle(peeked.title)
  return (
    <div className={styles.page}>
      <header className={styles.poster}>
        <div className={styles.head}>
          <p className={styles.brand}>
            <Logo />
            <span translate="no">Vispera</span>
          </p>
          <LanguageMenu variant="outline" />
        </div>
        <Sun className={styles.sun} />
      </header>
      <MainArea isReady className={styles.sheet}>
        <p className={styles.about}>{t('shell.join.about')}</p>
        <h1>
          <bdi>{peeked.title}</bdi>
        </h1>
        <p className={styles.people}>
          {t('shell.join.here', { count: here })}{' '}
          {observers > 0 && t('shell.join.observers', { count: observers })}
        </p>
        <JoinForm safety={peeked.safety} isBusy={isBusy} error={error} onComeIn={onComeIn} />
      </MainArea>
    </div>
  )
}
