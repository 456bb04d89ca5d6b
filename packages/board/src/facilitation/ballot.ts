import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { noteIdSchema } from '../note.ts'
import { agreementLevels, resonanceLevels } from './vote.ts'

/**
 * One person's secret vote. It lives under the vote's id in the `ballots` of their own draft document, as one
 * value: whoever votes again replaces it, and nobody but they and the server ever receives it.
 */
export const ballotSchema = z.union([
  /** Dots by note (or link) id; flags of something shaky are dots, one each. */
  z.object({ dots: z.record(noteIdSchema, z.int().check(z.minimum(0), z.maximum(20))) }),
  z.object({
    level: z.enum([...agreementLevels, ...resonanceLevels]),
    worry: z.optional(z.string().check(z.maxLength(600))),
  }),
])
export type Ballot = z.infer<typeof ballotSchema>

export const ballotOf = (draft: Y.Doc, vote: string): Ballot | null => {
  const parsed = ballotSchema.safeParse(draft.getMap('ballots').get(vote))
  return parsed.success ? parsed.data : null
}

/** Casts a ballot, or takes it back with null. In the voter's own draft document only. */
export function castBallot(draft: Y.Doc, vote: string, ballot: Ballot | null): void {
  const ballots = draft.getMap('ballots')
  if (ballot) ballots.set(vote, ballot)
  else ballots.delete(vote)
}
