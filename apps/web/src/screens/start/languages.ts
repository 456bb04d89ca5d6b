/**
 * Languages offered for writing, each named in itself; notes may be in any of them, whatever the interface
 * speaks. Written out, because browsers know only some languages' own names.
 */
const names: Readonly<Record<string, string>> = {
  en: 'English',
  es: 'Español',
  ar: 'العربية',
  my: 'မြန်မာ',
  fr: 'Français',
  pt: 'Português',
  id: 'Bahasa Indonesia',
  sw: 'Kiswahili',
  am: 'አማርኛ',
  bn: 'বাংলা',
  de: 'Deutsch',
  fa: 'فارسی',
  fil: 'Filipino',
  gn: 'Avañe’ẽ',
  ha: 'Hausa',
  he: 'עברית',
  hi: 'हिन्दी',
  ht: 'Kreyòl ayisyen',
  ig: 'Igbo',
  it: 'Italiano',
  ja: '日本語',
  ka: 'ქართული',
  km: 'ខ្មែរ',
  ko: '한국어',
  ku: 'Kurdî',
  lo: 'ລາວ',
  ms: 'Bahasa Melayu',
  ne: 'नेपाली',
  nl: 'Nederlands',
  pl: 'Polski',
  qu: 'Runasimi',
  ru: 'Русский',
  rw: 'Ikinyarwanda',
  si: 'සිංහල',
  so: 'Soomaali',
  ta: 'தமிழ்',
  th: 'ไทย',
  ti: 'ትግርኛ',
  tr: 'Türkçe',
  uk: 'Українська',
  ur: 'اردو',
  vi: 'Tiếng Việt',
  xh: 'isiXhosa',
  yo: 'Yorùbá',
  zh: '中文',
  zu: 'isiZulu',
}

export const knownLanguages: readonly string[] = Object.keys(names)

/** A language's name in itself; its tag where nobody knows it. */
export const nameOfLanguage = (tag: string): string => names[tag] ?? tag
