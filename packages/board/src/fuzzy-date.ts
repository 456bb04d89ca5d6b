import * as z from 'zod/mini'

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/**
 * A date as people say it: the words are kept as typed, the bounds (ISO days) are there only when the
 * words have some. Sorts by its earliest bound; unknown bounds never conflict with anything.
 */
export const fuzzyDateSchema = z.object({
  kind: z.enum(['date', 'month', 'quarter', 'season', 'year', 'relative', 'event', 'none']),
  label: z.string().check(z.maxLength(200)),
  earliest: z.optional(day),
  latest: z.optional(day),
})
export type FuzzyDate = z.infer<typeof fuzzyDateSchema>

const pad = (value: number) => String(value).padStart(2, '0')
const isoDay = (year: number, month: number, date: number) =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`
const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const span = (kind: FuzzyDate['kind'], label: string, earliest: string, latest: string): FuzzyDate => ({
  kind,
  label,
  earliest,
  latest,
})

/**
 * Reads typed words as a fuzzy date. `2027`, `2027-03`, `2027-03-14` and `Q2 2027` get bounds;
 * everything else ("after the rains") keeps its words and stays without bounds. Empty words give null.
 */
export function parseFuzzyDate(words: string): FuzzyDate | null {
  const label = words.trim().slice(0, 200)
  if (label === '') return null
  const western = label.replace(/[٠-٩۰-۹०-९၀-၉]/g, inWesternDigits)
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(western)
  if (date) return fromDay(label, Number(date[1]), Number(date[2]), Number(date[3]))
  const month = /^(\d{4})-(\d{1,2})$/.exec(western)
  if (month) return fromMonths('month', label, Number(month[1]), Number(month[2]), Number(month[2]))
  const year = /^(\d{4})$/.exec(western)
  if (year) return fromMonths('year', label, Number(year[1]), 1, 12)
  const quarter = /^(?:[qt]\s*([1-4])\s*(\d{4})|(\d{4})\s*[qt]\s*([1-4]))$/i.exec(western)
  if (quarter) {
    const number = Number(quarter[1] ?? quarter[4])
    return fromMonths('quarter', label, Number(quarter[2] ?? quarter[3]), number * 3 - 2, number * 3)
  }
  return { kind: 'event', label }
}

/** The first digits of the number systems above: Arabic, Persian and Urdu, Devanagari, Burmese. */
const zeros = [0x660, 0x6f0, 0x966, 0x1040]

function inWesternDigits(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = zeros.findLast((first) => first <= code) ?? code
  return String(code - zero)
}

function fromDay(label: string, year: number, month: number, date: number): FuzzyDate {
  if (month < 1 || month > 12 || date < 1 || date > lastDayOf(year, month)) return { kind: 'event', label }
  return span('date', label, isoDay(year, month, date), isoDay(year, month, date))
}

function fromMonths(
  kind: FuzzyDate['kind'],
  label: string,
  year: number,
  from: number,
  to: number,
): FuzzyDate {
  if (from < 1 || to > 12) return { kind: 'event', label }
  return span(kind, label, isoDay(year, from, 1), isoDay(year, to, lastDayOf(year, to)))
}
