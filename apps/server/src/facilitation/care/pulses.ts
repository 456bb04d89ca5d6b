import { pulseLevels } from '@vispera/board'
import { type Bus, openNoBus } from '@vispera/storage'
import { z } from 'zod'
import { openLine } from '../../nodes/open-line.ts'

type Level = (typeof pulseLevels)[number]
export type PulseCounts = Readonly<Record<Level, number>>

/** What somebody said of the pace half an hour ago says nothing of now. */
const lastsMs = 30 * 60_000

/** Who feels how about the pace: in memory only, on every machine, so that it rests nowhere. */
export interface Pulses {
  /** Somebody's answer, instead of the one they gave before; answers how many say what. */
  say(workshop: string, participant: string, level: Level, now: number): PulseCounts
}

const answerSchema = z.object({
  workshop: z.string(),
  participant: z.string(),
  level: z.enum(pulseLevels),
  at: z.number(),
})

export function openPulses(bus: Bus = openNoBus()): Pulses {
  const workshops = new Map<string, Map<string, { level: Level; at: number }>>()
  const line = openLine(bus, 'pulses', answerSchema)
  const keep = ({ workshop, participant, level, at }: z.infer<typeof answerSchema>) => {
    const answers = workshops.get(workshop) ?? new Map<string, { level: Level; at: number }>()
    workshops.set(workshop, answers)
    answers.set(participant, { level, at })
    return answers
  }
  line.hear(keep)
  return {
    say(workshop, participant, level, now) {
      const answer = { workshop, participant, level, at: now }
      line.say(answer)
      const answers = keep(answer)
      for (const [who, { at }] of answers) if (at + lastsMs < now) answers.delete(who)
      const count = (one: Level) => [...answers.values()].filter((answer) => answer.level === one).length
      return Object.fromEntries(pulseLevels.map((one) => [one, count(one)])) as PulseCounts
    },
  }
}
