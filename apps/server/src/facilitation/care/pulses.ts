import { pulseLevels } from '@vispera/board'

type Level = (typeof pulseLevels)[number]
export type PulseCounts = Readonly<Record<Level, number>>

/** What somebody said of the pace half an hour ago says nothing of now. */
const lastsMs = 30 * 60_000

/** Who feels how about the pace: in memory only, so that it rests nowhere. */
export interface Pulses {
  /** Somebody's answer, instead of the one they gave before; answers how many say what. */
  say(workshop: string, participant: string, level: Level, now: number): PulseCounts
}

export function openPulses(): Pulses {
  const workshops = new Map<string, Map<string, { level: Level; at: number }>>()
  return {
    say(workshop, participant, level, now) {
      const answers = workshops.get(workshop) ?? new Map<string, { level: Level; at: number }>()
      workshops.set(workshop, answers)
      answers.set(participant, { level, at: now })
      for (const [who, { at }] of answers) if (at + lastsMs < now) answers.delete(who)
      const count = (one: Level) => [...answers.values()].filter((answer) => answer.level === one).length
      return Object.fromEntries(pulseLevels.map((one) => [one, count(one)])) as PulseCounts
    },
  }
}
