import type { Locale, Messages } from '../kind.ts'

/** Words that every board uses: shared note kinds, links, stages, recipes. Loaded once per language. */
export const commonMessages: Readonly<Record<Locale, () => Promise<{ default: Messages }>>> = {
  en: () => import('./messages/en.json', { with: { type: 'json' } }),
  es: () => import('./messages/es.json', { with: { type: 'json' } }),
  ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
}
