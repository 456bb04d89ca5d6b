import { z } from '@hono/zod-openapi'
import {
  type AgendaStage,
  addings,
  maxStageMinutes,
  stageModes,
  type WallTime,
  wallTimeOf,
} from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { cleanLine, cleanText } from '../../contract/words.ts'

const dots = z.int().min(1).max(20)

/** What a facilitator may say of a stage, beside its kind. */
export const stageInput = {
  board: z.string().nullable().openapi({ description: 'The board it is about; null for the whole workshop' }),
  minutes: z
    .int('Minutes are a whole number')
    .min(0, `Give 0 to ${maxStageMinutes} minutes`)
    .max(maxStageMinutes, `Give 0 to ${maxStageMinutes} minutes`),
  mode: z.enum(stageModes),
  until: z
    .object({ local: z.string().max(40), zone: z.string().max(64) })
    .openapi({ example: { local: '2026-11-21T18:00', zone: 'Africa/Nairobi' } }),
  title: z.string().max(600).transform(cleanLine).pipe(z.string().max(120, 'The name is longer than 120')),
  prompt: z
    .record(
      z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Languages are tags such as en, es or pt-BR'),
      z.string().max(2_000).transform(cleanText).pipe(z.string().max(600, 'The prompt is longer than 600')),
    )
    .refine((prompt) => Object.keys(prompt).length <= 20, 'At most 20 languages'),
  adds: z.enum(addings),
  dots,
  dotsPerNote: dots,
} as const

/** What was said of a stage; null takes something back that may be absent. */
export interface StageWords {
  readonly mode?: AgendaStage['mode'] | undefined
  readonly until?: { readonly local: string; readonly zone: string } | null | undefined
  readonly title?: string | null | undefined
  readonly prompt?: Readonly<Record<string, string>> | null | undefined
  readonly adds?: AgendaStage['adds'] | null
  readonly dots?: number | null | undefined
  readonly dotsPerNote?: number | null | undefined
}

type StageSaid = Pick<AgendaStage, 'mode' | 'until' | 'title' | 'prompt' | 'adds' | 'dots' | 'dotsPerNote'>

/**
 * A stage with what was said of it. Throws `invalid` for a date that is none, and for one that is to stay open
 * without saying until when.
 */
export function withWords<T extends StageSaid>(stage: T, said: StageWords): T {
  const { mode, until, title, prompt, adds, dots, dotsPerNote } = said
  const words = {
    ...{ mode, title, adds, dots, dotsPerNote },
    ...(prompt !== undefined && { prompt: prompt && withoutEmpty(prompt) }),
    ...(until !== undefined && { until: until && requireWallTime(until) }),
  }
  const next = { ...stage }
  for (const [key, value] of Object.entries(words)) {
    if (value === undefined) continue
    if (value === null || value === '') delete next[key as keyof StageSaid]
    else Object.assign(next, { [key]: value })
  }
  if (next.mode !== 'open') delete next.until
  else if (!next.until)
    throw new ApiError('invalid', 'until: say until which date, time and zone it is open.')
  return next
}

function withoutEmpty(prompt: Readonly<Record<string, string>>): Record<string, string> | null {
  const filled = Object.entries(prompt).filter(([, text]) => text !== '')
  return filled.length > 0 ? Object.fromEntries(filled) : null
}

function requireWallTime({ local, zone }: { local: string; zone: string }): WallTime {
  const time = wallTimeOf(local, zone)
  if (time) return time
  const example = 'a date and time such as 2026-11-21T18:00 and a zone such as Africa/Nairobi'
  throw new ApiError('invalid', `until: "${local} ${zone}" is no time; give ${example}.`)
}
