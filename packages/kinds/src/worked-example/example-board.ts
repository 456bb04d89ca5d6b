import type { FuzzyDate, LinkFields, NewNote } from '@vispera/board'
import type { Locale } from '../kind.ts'
import ar from './texts/ar.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import es from './texts/es.json' with { type: 'json' }

export type TextKey = keyof typeof en
export type Words = Readonly<Record<TextKey, string>>

export const wordsOf: Readonly<Record<Locale, Words>> = { en, es, ar }

/** One board of the worked example, as plain values. */
export interface ExampleBoard {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly notes: readonly (NewNote & { readonly id: string })[]
  readonly links: readonly (LinkFields & { readonly id: string })[]
  /** Words of the board itself. */
  readonly settings: Readonly<Record<string, string>>
}

/** Makes notes of one language; their order keys follow their order. */
export function noteMaker(words: Words, locale: Locale) {
  return {
    note: (
      id: string,
      kind: string,
      key: TextKey,
      more: Partial<NewNote> = {},
    ): NewNote & { id: string } => ({
      id,
      kind,
      text: words[key],
      lang: locale,
      ...more,
    }),
    /** A note in another language with its translation beside it. */
    foreign: (
      id: string,
      kind: string,
      { text, lang, translation }: { text: string; lang: string; translation: TextKey },
      more: Partial<NewNote> = {},
    ): NewNote & { id: string } => ({
      id,
      kind,
      text,
      lang,
      translations: [{ lang: locale, text: words[translation], by: 'person', checked: true }],
      ...more,
    }),
  }
}

/** Order keys `a0`, `a1`, ... as far as an example needs. */
export const orderKey = (index: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? 'z'}`

/** A date that has words and no days. */
export const inWords = (label: string, kind: FuzzyDate['kind'] = 'event'): FuzzyDate => ({ kind, label })

/** `[kind, from, to]` as links with readable ids. */
export const linksFrom = (triples: readonly (readonly [string, string, string])[]): ExampleBoard['links'] =>
  triples.map(([kind, from, to]) => ({ id: `${kind}-${from}-${to}`, kind, from, to }))
