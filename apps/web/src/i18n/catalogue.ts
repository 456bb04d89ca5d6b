import { commonMessages, type Kind, type Messages } from '@vispera/kinds'
import type { AppLocale } from './locale.ts'

const areas: readonly Record<AppLocale, () => Promise<{ default: Messages }>>[] = [
  {
    en: () => import('../messages/shell/en.json'),
    es: () => import('../messages/shell/es.json'),
    ar: () => import('../messages/shell/ar.json'),
  },
  {
    en: () => import('../messages/surface/en.json'),
    es: () => import('../messages/surface/es.json'),
    ar: () => import('../messages/surface/ar.json'),
  },
  {
    en: () => import('../messages/outline/en.json'),
    es: () => import('../messages/outline/es.json'),
    ar: () => import('../messages/outline/ar.json'),
  },
]

/** All of the app's own words in one language, whatever area they belong to. */
export async function loadCatalogue(locale: AppLocale): Promise<Messages> {
  const parts = await Promise.all(areas.map(async (area) => (await area[locale]()).default))
  return Object.assign({}, ...parts)
}

/** The words that all kinds share and those of some kinds, in one language. */
export async function loadKindWords(kinds: readonly Kind[], locale: AppLocale): Promise<Messages> {
  const catalogues = [commonMessages, ...kinds.map((kind) => kind.messages)]
  const parts = await Promise.all(catalogues.map(async (catalogue) => (await catalogue[locale]()).default))
  return Object.assign({}, ...parts)
}
