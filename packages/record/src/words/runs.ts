import type { Direction, Line, Run } from '../document/blocks.ts'

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u

/** The direction of the first letter that has one, or null when there is none. */
export function directionOf(text: string): Direction | null {
  const letter = /\p{L}/u.exec(text)
  if (!letter) return null
  return rightToLeft.test(letter[0]) ? 'rtl' : 'ltr'
}

/** Languages of scripts that belong to one language among those we carry fonts for. */
const languageOfScript: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Myanmar}/u, 'my'],
]

/** The tag as given when it is one; else what the first letter's script says; else undefined. */
export function languageOf(text: string, tag: string | undefined): string | undefined {
  if (tag !== undefined && isLanguageTag(tag)) return tag
  const letter = /\p{L}/u.exec(text)
  if (!letter) return undefined
  return languageOfScript.find(([script]) => script.test(letter[0]))?.[1]
}

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** People's words, as they wrote them. */
export function ownRun(text: string, tag?: string, base: Direction = 'ltr'): Run {
  const clean = cleanText(text)
  const lang = languageOf(clean, tag)
  return { text: clean, dir: directionOf(clean) ?? base, own: true, ...(lang === undefined ? {} : { lang }) }
}

/** The line as plain text. */
export const plainText = (line: Line): string => line.map((run) => run.text).join('')

/**
 * Text that any format can carry: well-formed, without control characters (no format can show them and
 * some cannot hold them) and without direction overrides and isolates (one left open would turn the sentence
 * round it). Line ends become `\n`, tabs become spaces, empty ends are cut off.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
    .trim()
}

/** The start of a text on one line, for sentences that point to a note printed whole elsewhere. */
export function shortened(text: string, longest = 160): string {
  const flat = cleanText(text).replace(/\s+/g, ' ')
  if (flat.length <= longest) return flat
  const characters = [...new Intl.Segmenter().segment(flat)]
  if (characters.length <= longest) return flat
  return `${characters
    .slice(0, longest - 1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`
}

/** A label before its value: a colon, unless it ends in a mark of its own. */
export const withColon = (label: string): string => (/[?؟:…!]$/u.test(label) ? label : `${label}:`)
