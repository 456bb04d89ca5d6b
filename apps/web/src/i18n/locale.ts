/** Languages of the interface, each named in itself. */
export const locales = { en: 'English', es: 'Español', ar: 'العربية' } as const
export type AppLocale = keyof typeof locales

export const isAppLocale = (value: unknown): value is AppLocale =>
  typeof value === 'string' && Object.hasOwn(locales, value)

export const dirOf = (locale: AppLocale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** The person's own choice, else the first of their languages that we have, else English. */
export function chooseLocale(saved: string | null, preferred: readonly string[]): AppLocale {
  if (isAppLocale(saved)) return saved
  for (const tag of preferred) {
    const language = languageOf(tag)
    if (isAppLocale(language)) return language
  }
  return 'en'
}

/**
 * The tag that numbers and dates are written by: the reader's own region where they name one (people in
 * Morocco and in Egypt use different digits), else Arabic with Arabic digits.
 */
export function formatTag(locale: AppLocale, preferred: readonly string[]): string {
  const own = preferred.find((tag) => languageOf(tag) === locale && tag.includes('-'))
  return own ?? (locale === 'ar' ? 'ar-u-nu-arab' : locale)
}

const languageOf = (tag: string) => tag.toLowerCase().split('-')[0]
