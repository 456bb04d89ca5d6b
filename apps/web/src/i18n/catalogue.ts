import { commonMessages, type Kind, type Messages } from '@vispera/kinds'
import type { AppLocale } from './locale.ts'

const files = import.meta.glob<Messages>('../messages/*/*.json', {
  import: 'default',
})

/** All of the app's own words in one language, whatever area they belong to. */
export async function loadCatalogue(locale: AppLocale): Promise<Messages> {
  const wanted = Object.keys(files).filter((path) => path.endsWith(`/${locale}.json`))
  const parts = await Promise.all(wanted.map((path) => files[path]?.()))
  return Object.assign({}, ...parts)
}

/** The words that all kinds share and those of some kinds, in one language. */
export async function loadKindWords(kinds: readonly Kind[], locale: AppLocale): Promise<Messages> {
  const catalogues = [commonMessages, ...kinds.map((kind) => kind.messages)]
  const parts = await Promise.all(catalogues.map(async (catalogue) => (await catalogue[locale]()).default))
  return Object.assign({}, ...parts)
}
