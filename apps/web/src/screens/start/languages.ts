/** Languages offered for writing: notes may be in any of them, whatever the interface speaks. */
export const knownLanguages = [
  'en',
  'es',
  'ar',
  'my',
  'fr',
  'pt',
  'id',
  'sw',
  'fa',
  'ur',
  'hi',
  'bn',
  'ta',
  'ne',
  'si',
  'th',
  'km',
  'lo',
  'vi',
  'fil',
  'ms',
  'zh',
  'ja',
  'ko',
  'ru',
  'uk',
  'tr',
  'ku',
  'he',
  'am',
  'ti',
  'so',
  'ha',
  'yo',
  'ig',
  'zu',
  'xh',
  'rw',
  'ht',
  'qu',
  'gn',
  'de',
  'it',
  'nl',
  'pl',
  'ka',
] as const

/** A language's name in itself, with a capital where the script has them; its tag where nobody knows it. */
export function nameOfLanguage(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}
