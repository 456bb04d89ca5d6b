interface Digits {
  readonly minutes: Intl.NumberFormat
  readonly seconds: Intl.NumberFormat
}
const known = new Map<string, Digits>()

function digitsOf(formatTag: string): Digits {
  const before = known.get(formatTag)
  if (before) return before
  const seconds = new Intl.NumberFormat(formatTag, { minimumIntegerDigits: 2, useGrouping: false })
  const single = new Intl.NumberFormat(formatTag, { useGrouping: false })
  // A nought in Arabic digits is a dot: in front of a number it would be read as a mark.
  const isLatin = seconds.resolvedOptions().numberingSystem === 'latn'
  const made = { seconds, minutes: isLatin ? seconds : single }
  known.set(formatTag, made)
  return made
}

/** Time on a timer as `mm:ss` in the reader's numerals; over time it counts up behind a plus. */
export function timeWords(leftMs: number, formatTag: string): string {
  const isOver = leftMs <= -1_000
  // The last second is shown until it is over; over time is counted when it is full.
  const seconds = isOver ? Math.floor(-leftMs / 1_000) : Math.max(0, Math.ceil(leftMs / 1_000))
  const digits = digitsOf(formatTag)
  return `${isOver ? '+' : ''}${digits.minutes.format(Math.floor(seconds / 60))}:${digits.seconds.format(seconds % 60)}`
}

/** When an open stage ends, on the reader's own clock: the weekday too, and the date when it is far off. */
export function untilWords(at: number, now: number, formatTag: string): string {
  const isFar = at - now > 6 * 24 * 3_600_000
  return new Intl.DateTimeFormat(formatTag, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(isFar ? { day: 'numeric', month: 'short' } : {}),
  }).format(at)
}

export const hourWords = (at: number, formatTag: string): string =>
  new Intl.DateTimeFormat(formatTag, { hour: 'numeric', minute: '2-digit' }).format(at)
