import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isZone, wallTimeOf } from './wall-time.ts'

const instantOf = (local: string, zone: string) => {
  const time = wallTimeOf(local, zone)
  return time && new Date(time.at).toISOString().slice(0, 16)
}

test.each([
  ['2024-04-30T14:00', '2024-04-30T21:00'],
  ['2024-09-26T12:00', '2024-09-26T19:00'],
  ['2024-11-14T09:00', '2024-11-14T17:00'],
])('in Los Angeles %s is %s in UTC, whatever the season', (local, utc) => {
  expect(instantOf(local, 'America/Los_Angeles')).toBe(utc)
})

test('a time keeps the words it was agreed in beside the instant', () => {
  expect(wallTimeOf('2026-11-21T18:00', 'Africa/Nairobi')).toEqual({
    local: '2026-11-21T18:00',
    zone: 'Africa/Nairobi',
    at: Date.UTC(2026, 10, 21, 15),
  })
})

test.each([
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30'],
  ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00'],
  // Half an hour only.
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45'],
  // A whole day that Samoa left out.
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00'],
])('a time that the clocks of %s skip counts on through the change', (zone, local, utc) => {
  expect(instantOf(local, zone)).toBe(utc)
})

test.each([
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'],
])('a time that comes twice in %s is the first of the two', (zone, local, utc) => {
  expect(instantOf(local, zone)).toBe(utc)
})

test.each(['2026-02-31T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01T10:60', 'tomorrow', ''])(
  '%j is no date',
  (local) => {
    expect(wallTimeOf(local, 'UTC')).toBeNull()
  },
)

test.each(['EST', 'PST8PDT', 'PT', '+03:00', 'Africa/Atlantis', '', 'UTC+3', '../UTC'])(
  '%j is no zone that people can agree on',
  (zone) => {
    expect([isZone(zone), wallTimeOf('2026-01-01T10:00', zone)]).toEqual([false, null])
  },
)

test('whatever the place and the time, clocks there show what was agreed, or the change skipped it', () => {
  const zones = [
    'UTC',
    'America/Los_Angeles',
    'Asia/Jakarta',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Pacific/Apia',
  ]
  const local = fc
    .date({ min: new Date('1970-01-02'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16))
  fc.assert(
    fc.property(fc.constantFrom(...zones), local, (zone, wall) => {
      const at = wallTimeOf(wall, zone)?.at ?? Number.NaN
      const shown = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
        .format(at)
        .replace(' ', 'T')
      expect(shown >= wall).toBe(true)
    }),
  )
})
