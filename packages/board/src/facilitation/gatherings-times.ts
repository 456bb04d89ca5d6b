import type { Gathering } from './gatherings.ts'

/** How an instant reads on the clocks of one zone. */
export interface ShownTime {
  readonly weekday: string
  readonly date: string
  readonly time: string
}

/** `locale` may name numerals and a region; the calendar is that of the locale. */
export function shownIn(at: number, zone: string, locale: string): ShownTime {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(at)
  return {
    weekday: say({ weekday: 'long' }),
    date: say({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: say({ timeStyle: 'short' }),
  }
}

/** Whether clocks in two zones show another day at this instant. */
export const isOtherDay = (at: number, zone: string, other: string): boolean =>
  dayIn(at, zone) !== dayIn(at, other)

/** The zones that this device knows, by IANA name, `UTC` among them. */
export const knownZones = (): readonly string[] => [
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']),
]

/** From ten in the evening to seven in the morning nobody should have to meet. */
const night = { from: 22 * 60, to: 7 * 60 }

export interface Nights {
  readonly zone: string
  /** Gatherings that fall into the night there, and gatherings in all. */
  readonly nights: number
  readonly of: number
}

/**
 * Who meets at night: for each zone, how many of the gatherings at a fixed hour fall between 22:00 and 07:00
 * there. Open windows and relays are for everyone by day; what was cancelled does not count.
 */
export function nightsIn(gatherings: readonly Gathering[], zones: readonly string[]): Nights[] {
  const fixed = gatherings.filter(
    ({ mode, status }) => (mode === 'live' || mode === 'in-person') && status !== 'cancelled',
  )
  return [...new Set(zones)].map((zone) => ({
    zone,
    nights: fixed.filter((gathering) => isAtNight(gathering, zone)).length,
    of: fixed.length,
  }))
}

/** A gathering is at night somewhere when it begins, or has not ended, between 22:00 and 07:00. */
function isAtNight({ start, minutes }: Gathering, zone: string): boolean {
  const begins = minuteIn(start.at, zone)
  if (begins >= night.from || begins < night.to) return true
  return begins + minutes > night.from
}

const partsIn = (at: number, zone: string) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )

const dayIn = (at: number, zone: string): string => {
  const { year, month, day } = partsIn(at, zone)
  return `${year}-${month}-${day}`
}

const minuteIn = (at: number, zone: string): number => {
  const { hour, minute } = partsIn(at, zone)
  return Number(hour) * 60 + Number(minute)
}
