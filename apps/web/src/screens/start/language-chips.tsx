import { Plus, X } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'
import styles from './language-chips.module.css'
import { knownLanguages, nameOfLanguage } from './languages.ts'

interface LanguageChipsProps {
  readonly languages: readonly string[]
  readonly onChange: (languages: readonly string[]) => void
}

/** The languages people will write in, each named in itself. A chip is pressed to take it away. */
export function LanguageChips({ languages, onChange }: LanguageChipsProps) {
  const { t } = useWords()
  const entries = knownLanguages
    .filter((tag) => !languages.includes(tag))
    .map((tag) => ({ id: tag, label: nameOfLanguage(tag), onSelect: () => onChange([...languages, tag]) }))
  return (
    <fieldset>
      <legend className={styles.heading}>{t('shell.start.languages')}</legend>
      <div className={styles.chips}>
        {languages.map((tag) => (
          <button
            key={tag}
            type="button"
            className={styles.chip}
            aria-label={t('shell.start.languages.remove', { language: nameOfLanguage(tag) })}
            onClick={() => onChange(languages.filter((one) => one !== tag))}
          >
            <span lang={tag}>{nameOfLanguage(tag)}</span>
            <X aria-hidden="true" />
          </button>
        ))}
        <Menu
          label={t('shell.start.languages.add')}
          className={styles.add}
          sections={[{ id: 'all', entries }]}
        >
          <Plus aria-hidden="true" />
          {t('shell.start.add')}
        </Menu>
      </div>
    </fieldset>
  )
}
