import { z } from '@hono/zod-openapi'
import { maxLookNotes, newId, writeLook } from '@vispera/board'
import { requireBoardOf } from '../agenda/stages-of-doc.ts'
import { command, leaders } from '../command.ts'

const coordinate = z.number().min(-1e7).max(1e7)

/** Points everyone to a place, which they may ignore. */
export const lookHere = command({
  name: 'look-here',
  roles: leaders,
  input: {
    board: z.string().max(64),
    notes: z.array(z.string().max(64)).max(maxLookNotes, `Point at ${maxLookNotes} notes at most`).optional(),
    area: z
      .object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate })
      .optional()
      .openapi({ description: 'In board units' }),
  },
  async run({ services, workshop, now }, { board, notes, area }) {
    const id = newId()
    await services.stages.write(workshop, (doc) => {
      requireBoardOf(doc, board)
      writeLook(doc, { id, board, at: now, ...(notes && { notes }), ...(area && { area }) })
    })
    return { look: id }
  },
})
