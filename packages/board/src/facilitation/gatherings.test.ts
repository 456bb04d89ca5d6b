import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { type Gathering, readGatherings, removeGathering, writeGathering } from './gatherings.ts'
import { calendarOf } from './gatherings-calendar.ts'
import { isOtherDay, knownZones, nightsIn, shownIn } from './gatherings-times.ts'
import { wallTimeOf } from './wall-time.ts'

const la = 'America/Los_Angeles'
const jakarta = 'Asia/Jakarta'

function aGathering(local: string, zone = la, more: Partial<Gathering> = {}): Gathering {
  const start = wallTimeOf(local, zone)
  if (!start) throw new Error(`${local} in ${zone} is no time`)
  return {
    id: `g${local.replace(/\D/g, '')}`,
    title: 'State of solidarity',
    start,
    minutes: 90,
    languages: ['en', 'id'],
    mode: 'live',
    status: 'planned',
    ...more,
  }
}

/** The gatherings that boards.md names in section 9. */
const seeds = [
  { local: '2024-04-30T14:00', utc: '2024-04-30T21:00:00.000Z', there: ['Wednesday', '04:00'], other: true },
  { local: '2024-09-26T12:00', utc: '2024-09-26T19:00:00.000Z', there: ['Friday', '02:00'], other: true },
  { local: '2024-11-14T09:00', utc: '2024-11-14T17:00:00.000Z', there: ['Friday', '00:00'], other: true },
]

test.each(seeds)('$local in Los Angeles is $utc, another day in Jakarta', ({ local, utc, there, other }) => {
  const { start } = aGathering(local)
  expect(new Date(start.at).toISOString()).toBe(utc)
  const { weekday, time } = shownIn(start.at, jakarta, 'en-GB')
  expect([weekday, time]).toEqual(there)
  expect(isOtherDay(start.at, la, jakarta)).toBe(other)
  expect(shownIn(start.at, la, 'en-GB').time).toBe(local.slice(11))
})

test('a time that a clock change skips counts on through it, and one that comes twice is the first', () => {
  const utcOf = (local: string) => new Date(wallTimeOf(local, la)?.at ?? 0).toISOString()
  expect(utcOf('2024-03-10T02:30')).toBe('2024-03-10T10:30:00.000Z')
  expect(shownIn(wallTimeOf('2024-03-10T02:30', la)?.at ?? 0, la, 'en-GB').time).toBe('03:30')
  expect(utcOf('2024-11-03T01:30')).toBe('2024-11-03T08:30:00.000Z')
})

test('who meets at night is counted for each zone, over gatherings at a fixed hour', () => {
  const all = [
    ...seeds.map(({ local }) => aGathering(local)),
    aGathering('2024-12-01T03:00', la, { mode: 'open-window' }),
    aGathering('2024-12-02T03:00', la, { status: 'cancelled' }),
  ]
  expect(nightsIn(all, [la, jakarta, 'Europe/Madrid', la])).toEqual([
    { zone: la, nights: 0, of: 3 },
    { zone: jakarta, nights: 3, of: 3 },
    // 23:00 and, from 21:00 on for an hour and a half, into the night.
    { zone: 'Europe/Madrid', nights: 2, of: 3 },
  ])
})

test('every zone of this device can be shown', () => {
  const at = Date.UTC(2026, 0, 1)
  for (const zone of knownZones()) expect(shownIn(at, zone, 'ar').time).not.toBe('')
})

test('gatherings are read in the order in which they begin, and what is none is left out', () => {
  const doc = new Doc()
  for (const { local } of seeds.toReversed()) writeGathering(doc, aGathering(local))
  doc.getMap('gatherings').set('odd', { title: 'x' })
  expect(readGatherings(doc).map(({ start }) => start.local)).toEqual(seeds.map(({ local }) => local))
  removeGathering(doc, readGatherings(doc)[0]?.id ?? '')
  expect(readGatherings(doc)).toHaveLength(2)
})

const octets = (line: string) => encodeURIComponent(line).replace(/%[0-9A-F]{2}/g, '.').length

/** Reads a calendar the way RFC 5545 says: lines unfolded, then text unescaped. */
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const plainOf = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))

test('a calendar file says when in UTC, cancels what was cancelled, and names nobody', () => {
  const file = calendarOf('w', 'Our series', [aGathering('2024-11-14T09:00')], Date.UTC(2024, 0, 1))
  expect(unfold(file)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vispera//Gatherings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Our series',
    'BEGIN:VEVENT',
    'UID:g202411140900.w@vispera',
    'DTSTAMP:20240101T000000Z',
    'DTSTART:20241114T170000Z',
    'DTEND:20241114T183000Z',
    'SUMMARY:State of solidarity',
    'COMMENT:en\\, id',
    'CATEGORIES:Our series',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
  expect(calendarOf('w', 's', [aGathering('2024-11-14T09:00', la, { status: 'cancelled' })], 0)).toContain(
    'STATUS:CANCELLED',
  )
})

test('whatever people write into a title comes out of the calendar file as they wrote it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (words) => {
      // As the server hands them on: without controls but the end of a line.
      const title = [...words.toWellFormed()].filter((one) => one === '\n' || !/\p{Cc}/u.test(one)).join('')
      const file = calendarOf('w', 's', [{ ...aGathering('2024-11-14T09:00'), title }], 0)
      for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThan(76)
      const summary = unfold(file).find((line) => line.startsWith('SUMMARY:'))
      expect(plainOf(summary?.slice('SUMMARY:'.length) ?? '')).toBe(title)
    }),
  )
})
