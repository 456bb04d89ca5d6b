import type { Gathering } from './gatherings.ts'

/**
 * The gatherings as a calendar file (RFC 5545). Times are instants in UTC, which every calendar shows in its
 * owner's own zone; nobody's name, link or key is in it. `at` is when it is written.
 */
export function calendarOf(
  workshop: string,
  title: string,
  gatherings: readonly Gathering[],
  at: number,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vispera//Gatherings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    ...gatherings.flatMap((gathering) => eventOf(workshop, title, gathering, at)),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function eventOf(workshop: string, series: string, gathering: Gathering, at: number): string[] {
  const { id, title, question = '', start, minutes, languages, status } = gathering
  return [
    'BEGIN:VEVENT',
    `UID:${id}.${workshop}@vispera`,
    `DTSTAMP:${instant(at)}`,
    `DTSTART:${instant(start.at)}`,
    `DTEND:${instant(start.at + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    ...(question === '' ? [] : [`DESCRIPTION:${escaped(question)}`]),
    ...(languages.length === 0 ? [] : [`COMMENT:${escaped(languages.join(', '))}`]),
    `CATEGORIES:${escaped(series)}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** `20240430T210000Z` */
const instant = (at: number): string => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

const mostOctets = 75

/** A line of a calendar has at most 75 octets; the rest follows after a space, and no letter is torn apart. */
function folded(line: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > mostOctets) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += letter
    octets += size
  }
  return [...pieces, piece]
}

const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
