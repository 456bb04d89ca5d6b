import { type ShownTime, shownIn } from '@vispera/board'
import type { Kind, Locale, Messages } from '@vispera/kinds'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Direction, Line, Run } from '../document/blocks.ts'
import ar from '../messages/ar.json' with { type: 'json' }
import en from '../messages/en.json' with { type: 'json' }
import es from '../messages/es.json' with { type: 'json' }

type Value = string | number | Run | Line

/** The reader's language: its messages, digits, dates and names of languages. */
export interface Words {
  readonly locale: Locale
  readonly dir: Direction
  has(id: string): boolean
  /** A message as plain text; the id itself where there is none. */
  text(id: string, values?: Readonly<Record<string, Value>>): string
  /** A message as runs, people's words kept apart from ours. */
  line(id: string, values?: Readonly<Record<string, Value>>): Line
  /** A message of a method, then the words for any method; `fallback` where neither is there. */
  label(id: string, fallback: string): string
  /** Our own words as a run. */
  run(text: string): Run
  number(value: number): string
  /** `2026-05` as "May 2026". */
  month(month: string): string
  /** A moment on the clocks of a zone. */
  shownIn(at: number, zone: string): ShownTime
  /** A list of things: "a, b and c". */
  list(items: readonly string[], type?: 'conjunction' | 'unit'): string
}

const catalogues: Readonly<Record<Locale, Messages>> = { en, es, ar }

/** The language among those we have that a BCP-47 tag asks for; English where there is none. */
export function localeOf(tag: string): Locale {
  const language = tag.toLowerCase().split('-')[0]
  return language === 'es' || language === 'ar' ? language : 'en'
}

/**
 * The words of a record: ours and those of the kinds in the workshop. Numbers follow the tag's own region
 * (Morocco and Egypt use different digits); Arabic without a region uses Arabic digits.
 */
export async function loadWords(
  tag: string,
  kinds: readonly Kind[],
  shared: readonly Messages[] = [],
): Promise<Words> {
  const locale = localeOf(tag)
  const ofKinds = await Promise.all(kinds.map(async (kind) => (await kind.messages[locale]()).default))
  const messages: Messages = Object.assign({}, ...shared, ...ofKinds, catalogues[locale])
  return createWords(locale, formatTag(tag, locale), messages)
}

function formatTag(tag: string, locale: Locale): string {
  if (tag.includes('-') && Intl.NumberFormat.supportedLocalesOf(safeTag(tag)).length > 0) return tag
  return locale === 'ar' ? 'ar-u-nu-arab' : locale
}

const safeTag = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag)
  } catch {
    return []
  }
}

function createWords(locale: Locale, tag: string, messages: Messages): Words {
  const dir = locale === 'ar' ? 'rtl' : 'ltr'
  const parsed = new Map<string, IntlMessageFormat>()
  const run = (text: string): Run => ({ text, dir })
  const message = (id: string) => {
    const there = parsed.get(id)
    if (there) return there
    const made = new IntlMessageFormat(messages[id] as string, tag, undefined, { ignoreTag: true })
    parsed.set(id, made)
    return made
  }
  const line = (id: string, values: Readonly<Record<string, Value>> = {}): Line => {
    if (!Object.hasOwn(messages, id)) return [run(id)]
    const parts = message(id).formatToParts<Run | Line>(values)
    return parts.flatMap((part): Line => {
      if (typeof part.value === 'string') return part.value === '' ? [] : [run(part.value)]
      return Array.isArray(part.value) ? part.value : [part.value as Run]
    })
  }
  const numbers = new Intl.NumberFormat(tag)
  // "4, 5 and 9": English without a region writes no comma before the last one.
  const listTag = tag === 'en' ? 'en-GB' : tag
  const lists = {
    conjunction: new Intl.ListFormat(listTag, { type: 'conjunction', style: 'long' }),
    unit: new Intl.ListFormat(listTag, { type: 'unit', style: 'long' }),
  }
  return {
    locale,
    dir,
    has: (id) => Object.hasOwn(messages, id),
    line,
    run,
    text: (id, values) =>
      line(id, values)
        .map((part) => part.text)
        .join(''),
    label: (id, fallback) =>
      Object.hasOwn(messages, id)
        ? line(id)
            .map((part) => part.text)
            .join('')
        : fallback,
    number: (value) => numbers.format(value),
    month(month) {
      const at = Date.parse(`${month}-01T00:00:00Z`)
      if (Number.isNaN(at)) return month
      return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
    },
    shownIn: (at, zone) => shownIn(at, zone, tag),
    list: (items, type = 'conjunction') => lists[type].format(items),
  }
}

/** A language by its own name ("Español", "မြန်မာ"); the tag itself where nobody knows it. */
export function nameOfLanguage(tag: string): Run {
  const name = namedInItself(tag)
  const first = [...name][0] ?? ''
  const text = first.toLocaleUpperCase(tag === '' ? undefined : safeTag(tag)[0]) + name.slice(first.length)
  const rtl = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text)
  return { text, dir: rtl ? 'rtl' : 'ltr', own: true, ...(safeTag(tag)[0] ? { lang: tag } : {}) }
}

function namedInItself(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
