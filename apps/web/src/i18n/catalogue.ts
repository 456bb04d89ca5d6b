import { commonMessages, type Kind, type Messages } from '@vispera/kinds'
import type { AppLocale } from './locale.ts'

/** The words of one part of the app in every language. */
export type Area = Readonly<Record<AppLocale, () => Promise<{ default: Messages }>>>

const areas: Area[] = [
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

const fetched = new Map<Area, Map<AppLocale, Messages>>()
const waiting = new Map<Area, () => void>()
const added = new Map<Area, Promise<void>>()
const listeners = new Set<() => void>()

/**
 * Adds the words of a part that comes later; resolves once the page can say them. From then on they change with
 * the language like all others. For the `load` of a `later` part, beside its code.
 */
export function addWords(area: Area): Promise<void> {
  const before = added.get(area)
  if (before) return before
  areas.push(area)
  const spoken = new Promise<void>((resolve) => waiting.set(area, resolve))
  added.set(area, spoken)
  // Parts are asked for while the page is being drawn: it is drawn anew for their words after that.
  queueMicrotask(() => {
    for (const listener of listeners) listener()
  })
  return spoken
}

export const howManyAreas = (): number => areas.length

export function onAreas(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the parts that wait for their words that the first `count` areas can be said. */
export function areasSpoken(count: number): void {
  for (const area of areas.slice(0, count)) {
    waiting.get(area)?.()
    waiting.delete(area)
  }
}

/** All of the app's own words in one language, whatever area they belong to. */
export async function loadCatalogue(locale: AppLocale): Promise<Messages> {
  const parts = await Promise.all(areas.map((area) => wordsOf(area, locale)))
  return Object.assign({}, ...parts)
}

async function wordsOf(area: Area, locale: AppLocale): Promise<Messages> {
  const known = fetched.get(area)?.get(locale)
  if (known) return known
  const messages = (await area[locale]()).default
  fetched.set(area, (fetched.get(area) ?? new Map()).set(locale, messages))
  return messages
}

/** The words that all kinds share and those of some kinds, in one language. */
export async function loadKindWords(kinds: readonly Kind[], locale: AppLocale): Promise<Messages> {
  const catalogues = [commonMessages, ...kinds.map((kind) => kind.messages)]
  const parts = await Promise.all(catalogues.map(async (catalogue) => (await catalogue[locale]()).default))
  return Object.assign({}, ...parts)
}
