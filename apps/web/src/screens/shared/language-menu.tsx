import type { ButtonVariant } from '@vispera/ui'
import { ChevronDown, Languages } from 'lucide-react'
import { setLocale, useLocale } from '../../i18n/language.ts'
import { type AppLocale, locales } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'

/** Each language is named in itself, so that everybody finds their own. */
export function LanguageMenu({ variant = 'quiet' }: { variant?: ButtonVariant }) {
  const { t } = useWords()
  const current = useLocale()
  const entries = (Object.keys(locales) as AppLocale[]).map((locale) => ({
    id: locale,
    label: locales[locale],
    checked: locale === current,
    onSelect: () => setLocale(locale),
  }))
  return (
    <Menu label={t('shell.language')} sections={[{ id: 'languages', entries }]} variant={variant} align="end">
      <Languages aria-hidden="true" />
      <span className="visually-hidden">{t('shell.language')}: </span>
      {locales[current]}
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}
