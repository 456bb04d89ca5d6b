import { type Area, addWords } from '../i18n/catalogue.ts'

const words: Area = {
  en: () => import('../messages/away/en.json'),
  es: () => import('../messages/away/es.json'),
  ar: () => import('../messages/away/ar.json'),
}

/** The notice, once it can be said. */
export async function fetchNotice() {
  const [{ AwayNotice }] = await Promise.all([import('./away-notice.tsx'), addWords(words)])
  return AwayNotice
}
