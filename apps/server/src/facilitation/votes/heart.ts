import { createHmac } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { documentNames, isShown, noteMapOf, readNote, stageNow } from '@vispera/board'
import type { Store } from '@vispera/storage'
import { ApiError } from '../../contract/errors.ts'
import { boardFor } from '../../workshops/board-for.ts'
import { requireStage } from '../../workshops/stages.ts'
import { command, everyoneWithASay } from '../command.ts'

const collection = 'hearts'

/**
 * Gives a note a heart or takes it back. Everybody may know how many; who gave them rests with the server as
 * names that lead back to nobody without the pepper, so that nobody gives two.
 */
export const heart = command({
  name: 'heart',
  roles: everyoneWithASay,
  input: { board: z.string().max(64), note: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), on: z.boolean() },
  run: ({ services, workshop, seat }, { board, note, on }) =>
    services.silence.alone(workshop, async () => {
      const { store, rooms, stages, pepper } = services
      const { agenda } = await requireStage(stages, workshop)
      const running = stageNow(agenda)
      if (running && (running.kind !== 'gallery' || (running.board !== null && running.board !== board)))
        throw new ApiError('invalid', 'Hearts are given while people walk through the gallery.')
      await boardFor(services, seat, board)
      const isThere = await rooms.read(documentNames.board(workshop, board), (doc) => {
        const found = readNote(note, noteMapOf(doc, note))
        return found !== null && isShown(found)
      })
      if (!isThere) throw new ApiError('not-found', 'There is no such note on this board.')
      const giver = createHmac('sha256', pepper)
        .update(`heart\n${workshop}\n${note}\n${seat.participant}`)
        .digest('base64url')
      const key = `${workshop}/${note}/${giver}`
      if (on) await store.put(collection, key, true)
      else await store.delete(collection, key)
      const count = (await store.list(collection, `${workshop}/${note}/`)).length
      await stages.write(workshop, (doc) => {
        const hearts = doc.getMap('hearts')
        if (count === 0) hearts.delete(note)
        else if (hearts.get(note) !== count) hearts.set(note, count)
      })
      return { hearts: count }
    }),
})

export async function forgetHearts(store: Store, workshop: string): Promise<void> {
  const rows = await store.list(collection, `${workshop}/`)
  await store.write(rows.map(({ key }) => ({ kind: 'delete', collection, key })))
}
