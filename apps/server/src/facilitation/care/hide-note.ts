import { z } from '@hono/zod-openapi'
import { documentNames } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { requireBoard, requireStage } from '../../workshops/stages.ts'
import { type CommandContext, command, keepers } from '../command.ts'
import { blank, contentOf, findKept, forgetKept, forgetLastKnown, keep, restore } from './set-aside.ts'

const input = { board: z.string().max(64), note: z.string().max(64) }
const noNote = () => new ApiError('not-found', 'There is no such note on this board.')

/**
 * Holds a note back that may do harm: its words leave the board and its history and can be brought back. Nobody
 * learns who wrote it; its author can still read and rewrite it. It goes from the groups' copies of the board too, where
 * it is shown again one by one.
 */
export const hideNote = command({
  name: 'hide-note',
  roles: keepers,
  input,
  run: (context, { board, note }) =>
    context.services.silence.alone(context.workshop, async () => {
      await hide(context, board, note)
      for (const copy of await copiesOf(context, board, note)) await hide(context, copy, note)
      return { hidden: true }
    }),
})

/** The copies that small groups have of a board, where the note stands too. */
async function copiesOf({ services, workshop }: CommandContext, board: string, note: string) {
  const { boards } = await requireStage(services.stages, workshop)
  const found: string[] = []
  for (const { id, from } of boards) {
    if (from !== board) continue
    const isThere = await services.rooms.read(
      documentNames.board(workshop, id),
      (doc) => contentOf(doc, note) !== null,
    )
    if (isThere) found.push(id)
  }
  return found
}

async function hide({ services, workshop }: CommandContext, board: string, note: string): Promise<void> {
  const { rooms, stages, store, pepper } = services
  await requireBoard(stages, workshop, board)
  const document = documentNames.board(workshop, board)
  const name = { workshop, board, note }
  const seen = await rooms.read(document, (doc) => contentOf(doc, note))
  if (!seen) throw noNote()
  if (await findKept(store, pepper, name)) return
  // Kept before it goes: a crash in between leaves it on the board.
  await keep(store, pepper, name, seen)
  const taken = await rooms.transact(document, (doc) => {
    const latest = contentOf(doc, note)
    blank(doc, note)
    return latest
  })
  if (taken && JSON.stringify(taken) !== JSON.stringify(seen)) await keep(store, pepper, name, taken)
  await rooms.purge(document)
  const threads = documentNames.threads(workshop)
  if (await rooms.transact(threads, (doc) => forgetLastKnown(doc, name))) await rooms.purge(threads)
}

/** Brings a note back that was hidden for care, with its words as they are now. */
export const showNote = command({
  name: 'show-note',
  roles: keepers,
  input,
  run: ({ services, workshop }, { board, note }) =>
    services.silence.alone(workshop, async () => {
      const { rooms, stages, store, pepper } = services
      await requireBoard(stages, workshop, board)
      const name = { workshop, board, note }
      const kept = await findKept(store, pepper, name)
      const isThere = await rooms.transact(documentNames.board(workshop, board), (doc) => {
        const content = contentOf(doc, note)
        // Older devices hid notes with their words on the board.
        if (content) restore(doc, note, kept ?? content)
        return content !== null
      })
      if (!isThere) throw noNote()
      await forgetKept(store, name)
      return { hidden: false }
    }),
})
