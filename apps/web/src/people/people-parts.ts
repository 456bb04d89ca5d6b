import { type Area, addWords } from '../i18n/catalogue.ts'
import { later } from '../later/later.ts'

const words: Area = {
  en: () => import('../messages/people/en.json'),
  es: () => import('../messages/people/es.json'),
  ar: () => import('../messages/people/ar.json'),
}
let spoken: Promise<void> | undefined

/** A part about people and, once for all of them, their words. */
export const peoplePart = <T>(load: () => Promise<T>) =>
  later(async () => {
    spoken ??= addWords(words)
    const [code] = await Promise.all([load(), spoken])
    return code
  })

export const peopleParts = {
  translations: peoplePart(() => import('./words/translations.tsx').then(({ Translations }) => Translations)),
  outlet: peoplePart(() => import('./outlet.tsx').then(({ Outlet }) => Outlet)),
}
