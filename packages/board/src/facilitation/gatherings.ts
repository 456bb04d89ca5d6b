import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { noteIdSchema } from '../note.ts'
import { titleSchema } from '../workshop.ts'
import { wallTimeSchema } from './wall-time-schema.ts'

export const gatheringModes = ['live', 'open-window', 'relay', 'in-person'] as const
export const gatheringStates = ['planned', 'held', 'cancelled'] as const
/** An open window may last two weeks. */
export const mostGatheringMinutes = 14 * 24 * 60
export const mostGatherings = 60

export const gatheringSchema = z.object({
  title: titleSchema,
  /** What it is about, in one question. */
  question: z.optional(z.string().check(z.maxLength(600))),
  start: wallTimeSchema,
  minutes: z.int().check(z.minimum(5), z.maximum(mostGatheringMinutes)),
  /** BCP-47 tags. */
  languages: z.array(z.string().check(z.maxLength(35))).check(z.maxLength(20)),
  mode: z.enum(gatheringModes),
  status: z.enum(gatheringStates),
})
/** One gathering of a series. */
export type Gathering = z.infer<typeof gatheringSchema> & { readonly id: string }

/** The gatherings in a `stage` document by when they begin; what does not parse is left out. */
export function readGatherings(stage: Y.Doc): Gathering[] {
  const found = [...stage.getMap('gatherings').entries()].flatMap(([id, value]) => {
    const parsed = gatheringSchema.safeParse(value)
    return parsed.success && noteIdSchema.safeParse(id).success ? [{ ...parsed.data, id }] : []
  })
  return found.sort((a, b) => a.start.at - b.start.at || (a.id < b.id ? -1 : 1))
}

/** Server only. */
export function writeGathering(stage: Y.Doc, { id, ...gathering }: Gathering): void {
  stage.getMap('gatherings').set(id, gathering)
}

/** Server only. */
export const removeGathering = (stage: Y.Doc, id: string): void => stage.getMap('gatherings').delete(id)
