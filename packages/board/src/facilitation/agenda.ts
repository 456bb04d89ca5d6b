import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { byOrder } from '../by-order.ts'
import { noteIdSchema } from '../note.ts'
import { orderKeySchema } from '../place.ts'
import { addings, stageKinds } from './stage-kinds.ts'
import { wallTimeSchema } from './wall-time-schema.ts'

const words = z.string().check(z.maxLength(600))
const time = z.number().check(z.minimum(0))
export const maxStageMinutes = 1_440

/** `live`: a timer runs. `open`: until a date and time. `manual`: no clock. */
export const stageModes = ['live', 'open', 'manual'] as const

export const stageSchema = z.object({
  kind: z.enum(stageKinds),
  /** The board it is about; null for the whole workshop. */
  board: z.nullable(noteIdSchema),
  order: orderKeySchema,
  minutes: z.int().check(z.minimum(0), z.maximum(maxStageMinutes)),
  /** The line of a kind's flow that it was made from: its prompt is the message `<kind>.<version>.<line>`. */
  from: z.optional(z.object({ kind: z.string(), version: z.enum(['flow', 'quick']), line: z.int() })),
  /** Words of the facilitator instead of the message: the name of the stage, and its prompt by language tag. */
  title: z.optional(z.string().check(z.maxLength(120))),
  prompt: z.optional(z.record(z.string().check(z.maxLength(35)), words)),
  mode: z.enum(stageModes),
  until: z.optional(wallTimeSchema),
  /** Instead of what the kind of stage allows. */
  adds: z.optional(z.enum(addings)),
  /** For stages that open a vote: dots per person, and how many of them one note may get. */
  dots: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  dotsPerNote: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  /** How long it really ran so far, all runs together; pauses are not counted. */
  ranMs: z.optional(time),
  /** Whether its drafts were revealed: going back to it never hides them again. */
  revealed: z.optional(z.boolean()),
})
export type AgendaStage = z.infer<typeof stageSchema> & { readonly id: string }

const nowSchema = z.object({
  stage: noteIdSchema,
  /** Grows with every command that moves the workshop; a command made on an older run does nothing. */
  run: z.int(),
  startedAt: time,
  /** When the timer ends; null without a timer. */
  endsAt: z.nullable(time),
  /** When everything was paused; null while it runs. */
  pausedAt: z.nullable(time),
  /** Notes waiting in drafts for the reveal; a number for everybody, never whose. */
  drafts: z.optional(z.int()),
  /** Cards of a reveal one at a time that are still face down. */
  faceDown: z.optional(z.int()),
})
/**
 * Where the workshop is in its agenda, by the server's clock (milliseconds since the epoch). After a pause
 * `startedAt` and `endsAt` are later by as long as it lasted.
 */
export type Now = z.infer<typeof nowSchema>

export interface Agenda {
  /** In order. */
  readonly stages: readonly AgendaStage[]
  /** Null before the first stage and after the last one: then everyone may write everywhere. */
  readonly now: Now | null
  /** Whether the workshop went through its agenda and ended it. */
  readonly ended: boolean
}

/** Reads the agenda in a `stage` document; stages that do not parse are left out. */
export function readAgenda(doc: Y.Doc): Agenda {
  const stages: AgendaStage[] = []
  for (const [id, value] of doc.getMap('agenda').entries()) {
    const stage = stageSchema.safeParse(value)
    if (stage.success && noteIdSchema.safeParse(id).success) stages.push({ ...stage.data, id })
  }
  const now = nowSchema.safeParse(doc.getMap('now').get('now'))
  return {
    stages: stages.sort(byOrder),
    now: now.success ? now.data : null,
    ended: doc.getMap('now').get('ended') === true,
  }
}

/** Writes one stage of the agenda. Server only. */
export function writeStage(doc: Y.Doc, { id, ...stage }: AgendaStage): void {
  doc.getMap('agenda').set(id, stage)
}

/** Takes a stage out of the agenda. Server only. */
export const removeStage = (doc: Y.Doc, id: string): void => doc.getMap('agenda').delete(id)

/** How often the workshop has moved; commands say which run they mean. 0 before the first stage. */
export function readRun(doc: Y.Doc): number {
  const run = doc.getMap('now').get('run')
  return typeof run === 'number' ? run : 0
}

/** Says where the workshop is; null between agendas. The count of runs goes on. Server only. */
export function writeNow(doc: Y.Doc, now: Now | null): void {
  const root = doc.getMap('now')
  if (now) root.set('now', now)
  else root.delete('now')
  if (now && now.run !== readRun(doc)) root.set('run', now.run)
}

/** Says that the agenda was gone through, or is not any more. Server only. */
export const writeEnded = (doc: Y.Doc, ended: boolean): void => {
  doc.getMap('now').set('ended', ended)
}

export const stageNow = ({ stages, now }: Agenda): AgendaStage | null =>
  stages.find(({ id }) => id === now?.stage) ?? null

/** Milliseconds left on the timer at `at` (server's clock), negative when it is over; null without a timer. */
export const remainingMs = ({ endsAt, pausedAt }: Now, at: number): number | null =>
  endsAt === null ? null : endsAt - (pausedAt ?? at)
