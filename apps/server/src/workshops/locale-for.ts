import { commonMessages, type Locale } from '@vispera/kinds'

const locales = Object.keys(commonMessages) as Locale[]

/** The first of these languages (BCP-47 tags) that has a catalogue; English when none has. */
export function localeFor(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const locale = locales.find((one) => one === tag.split('-')[0]?.toLowerCase())
    if (locale) return locale
  }
  return 'en'
}
