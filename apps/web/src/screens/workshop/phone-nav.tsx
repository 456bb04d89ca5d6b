import { LayoutGrid, List, SquarePen, Users } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import type { Asked } from '../../voices/voices.ts'
import styles from './phone-nav.module.css'

export const phoneTabs = ['write', 'outline', 'board', 'people'] as const
export type PhoneTab = (typeof phoneTabs)[number]

const icons = { write: SquarePen, outline: List, board: LayoutGrid, people: Users }

/** What the first place is called by what is asked there. */
const names = { write: 'write', choose: 'choose', reveal: 'cards' }

interface PhoneNavProps {
  readonly tabs: readonly PhoneTab[]
  readonly current: PhoneTab
  /** What the stage asks for has the first place. */
  readonly asked: Asked
  readonly onGo: (tab: PhoneTab) => void
}

/** The four places of a phone, at the thumb. */
export function PhoneNav({ tabs, current, asked, onGo }: PhoneNavProps) {
  const { t } = useWords()
  return (
    <nav className={styles.nav} aria-label={t('shell.phone.nav')} data-region="">
      {tabs.map((tab) => {
        const Icon = icons[tab]
        return (
          <button
            key={tab}
            type="button"
            className={styles.tab}
            aria-current={tab === current ? 'page' : undefined}
            onClick={() => onGo(tab)}
          >
            <Icon aria-hidden="true" />
            {t(`shell.phone.${tab === 'write' ? (asked ? names[asked] : tab) : tab}`)}
          </button>
        )
      })}
    </nav>
  )
}
