import type { WallTime } from './wall-time-schema.ts'

/**
 * Whether `zone` is the name of a place's time (`Africa/Nairobi`) or `UTC`. Abbreviations and bare offsets are
 * not: what they mean changes with daylight time.
 */
export function isZone(zone: string): boolean {
  if (zone !== 'UTC' && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false
  try {
    clockOf(zone)
    return true
  } catch {
    return false // Intl throws for a zone that it does not know
  }
}

/**
 * The instant at which clocks in `zone` show `local` (`YYYY-MM-DDTHH:MM`). A time that a clock change skips
 * counts on through the change (02:30 becomes 03:30); one that comes twice is the first of the two. Null when
 * the zone or the date is none.
 */
export function wallTimeOf(local: string, zone: string): WallTime | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(local)?.slice(1).map(Number)
  if (!parts || !isZone(zone)) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  // The calendar would turn 31 February into a day of March.
  if (new Date(asUtc).toISOString().slice(0, 16) !== local) return null
  const clock = clockOf(zone)
  // A day before and after: no zone is further than that from UTC, and none changes twice so soon.
  const before = offsetAt(clock, asUtc - dayMs)
  const instants = [before, offsetAt(clock, asUtc + dayMs)].map((offset) => asUtc - offset)
  const real = instants.filter((at) => at + offsetAt(clock, at) === asUtc)
  const at = real.length > 0 ? Math.min(...real) : asUtc - before
  return at < 0 ? null : { local, zone, at }
}

const dayMs = 24 * 60 * 60 * 1000

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, at: number): number {
  const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}
