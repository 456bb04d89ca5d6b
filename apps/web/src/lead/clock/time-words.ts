const twoDigits = new Map<string, Intl.NumberFormat>()

function digits(formatTag: string): Intl.NumberFormat {
  const known = twoDigits.get(formatTag)
  if (known) return known
  const made = new Intl.NumberFormat(formatTag, { minimumIntegerDigits: 2, useGrouping: false })
  twoDigits.set(formatTag, made)
  return made
}

/** Time on a timer as `mm:ss` in the reader's numerals; over time it counts up behind a plus. */
export function timeWords(leftMs: number, formatTag: string): string {
  const isOver = leftMs <= -1_000
  // The last second is shown until it is over; over time is counted when it is full.
  const seconds = isOver ? Math.floor(-leftMs / 1_000) : Math.max(0, Math.ceil(leftMs / 1_000))
  const { format } = digits(formatTag)
  return `${isOver ? '+' : ''}${format(Math.floor(seconds / 60))}:${format(seconds % 60)}`
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
