import { z } from '@hono/zod-openapi'
import { type Decision, newId, readDecisions, readVotes, writeDecision } from '@vispera/board'
import type { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import { boardOf, requireStage } from '../../workshops/stages.ts'
import { type CommandContext, command, leaders } from '../command.ts'

const input = {
  words: z.string().trim().min(1).max(2_000),
  board: z.string().max(64).nullable(),
  method: z.enum(['consent', 'vote-then-talk', 'facilitator-summary', 'other']),
  /** The vote that tested it. */
  vote: z.string().max(64).optional(),
  reservations: z.array(z.string().trim().max(600)).max(50),
  revisitOn: z.string().trim().max(200).optional(),
}
type Worded = z.infer<z.ZodObject<typeof input>>

/** Writes down what the group settled, in its words. */
export const decide = command({
  name: 'decide',
  roles: leaders,
  input,
  async run(context, worded) {
    const id = newId()
    await write(context, worded, (doc) => {
      const last = readDecisions(doc).at(-1)?.number ?? 0
      return { id, number: last + 1 }
    })
    return { decision: id }
  },
})

/** Words a decision anew; it keeps its place among the others. */
export const changeDecision = command({
  name: 'change-decision',
  roles: leaders,
  input: { decision: z.string().max(64), ...input },
  async run(context, { decision: id, ...worded }) {
    await write(context, worded, (doc) => {
      const before = readDecisions(doc).find((one) => one.id === id)
      if (!before) throw new ApiError('not-found', 'There is no such decision.')
      return { id, number: before.number }
    })
    return { decision: id }
  },
})

async function write(
  { services, workshop }: CommandContext,
  { vote, revisitOn, reservations, ...worded }: Worded & { command?: string },
  name: (doc: Doc) => Pick<Decision, 'id' | 'number'>,
): Promise<void> {
  const { command: _said, ...words } = worded
  const { boards } = await requireStage(services.stages, workshop)
  if (words.board !== null && !boardOf({ boards } as Parameters<typeof boardOf>[0], words.board))
    throw new ApiError('not-found', 'There is no such board in this workshop.')
  await services.stages.write(workshop, (doc) => {
    if (vote !== undefined && !readVotes(doc).some(({ id }) => id === vote))
      throw new ApiError('invalid', 'There is no such vote.')
    writeDecision(doc, {
      ...words,
      reservations: reservations.filter((reservation) => reservation !== ''),
      ...(vote !== undefined && { vote }),
      ...(revisitOn !== undefined && revisitOn !== '' && { revisitOn }),
      ...name(doc),
    })
  })
}
