import { createHash } from 'node:crypto'
import {
  addCrossLink,
  type Board,
  type BoardEntry,
  documentNames,
  gatherNotes,
  readBoard,
  withGroupTimes,
  writeBoardEntry,
  writeSplit,
} from '@vispera/board'
import { isFixedNote, type Kind } from '@vispera/kinds'
import { writeImported } from '@vispera/record'
import { Doc } from 'yjs'
import { ApiError } from '../../contract/errors.ts'
import type { Services } from '../../services.ts'
import { requireKind } from '../../workshops/new-boards.ts'
import { boardOf, boardOrders, requireStage } from '../../workshops/stages.ts'
import { command, leaders } from '../command.ts'

/**
 * Brings the groups' results to the board they came from: what they added or changed on their copies stands there
 * as new notes that say where they came from. Then everybody may read the copies, and nobody changes them.
 */
export const gather = command({
  name: 'gather',
  roles: leaders,
  input: {},
  run: async ({ services, workshop }) => {
    const stage = await requireStage(services.stages, workshop)
    const { split } = stage.groups
    // Once more after a crash in between brings what is missing.
    if (!split || split.state === 'ended')
      throw new ApiError('conflict', 'There are no small groups just now.')
    const main = boardOf(stage, split.board)
    if (split.own === 'copy' && !main)
      throw new ApiError('not-found', 'The board that the groups came from was deleted.')
    // Closed first: what is written from now on would be left behind.
    await services.stages.write(workshop, (doc) => {
      const own = new Set(split.groups.map(({ id }) => id))
      for (const order of boardOrders(doc)) {
        const entry = stage.boards.find(({ id }) => id === order.id)
        if (entry?.group && own.has(entry.group.id))
          writeBoardEntry(doc, { ...entry, order: order.order, group: { ...entry.group, state: 'shared' } })
      }
      writeSplit(doc, { ...withGroupTimes(split, () => null), state: 'gathered' })
    })
    let brought = 0
    for (const { at } of split.own === 'copy' ? split.groups : []) {
      const copy = boardOf(stage, at)
      if (main && copy) brought += await bring(services, workshop, main, copy)
    }
    return { brought }
  },
})

/** Brings one group's results; answers how many notes. */
async function bring(
  { rooms, stages }: Services,
  workshop: string,
  main: BoardEntry,
  copy: BoardEntry,
): Promise<number> {
  const kind = requireKind(main.kind)
  const theirs = await rooms.read(documentNames.board(workshop, copy.id), (doc) => readBoard(copy, doc))
  const { notes, cameFrom } = await rooms.transact(documentNames.board(workshop, main.id), (doc) => {
    const board = readBoard(main, doc)
    const found = gatherNotes(board, theirs, {
      idOf: (id) => idOnMain(copy.id, id),
      isFixed: (id) => isFixedNote(kind, id),
      theme: themeFor(kind, copy),
    })
    const added: Board = { ...board, notes: found.notes, links: found.links, settings: {} }
    const facts = stages.known(workshop)?.workshop
    if (facts && found.notes.length > 0)
      writeImported(
        { workshop: facts, boards: [added], threads: [], leftOut: 0 },
        { board: () => doc, threads: new Doc() },
      )
    return found
  })
  await rooms.transact(documentNames.threads(workshop), (threads) => {
    for (const [note, old] of cameFrom)
      addCrossLink(threads, {
        kind: 'came-from',
        from: { board: main.id, note },
        to: { board: copy.id, note: old },
      })
  })
  return notes.length
}

/** Follows from the copy and the note alone: gathering again after a crash doubles nothing. */
const idOnMain = (copy: string, note: string): string =>
  createHash('sha256').update(`${copy}/${note}`).digest('base64url').slice(0, 16)

const themeFor = ({ layout }: Kind, { title }: BoardEntry) =>
  layout.engine === 'canvas' ? { kind: layout.theme, title: title.slice(0, 120) } : undefined
