import {
  type Board,
  type BoardEntry,
  type CrossLink,
  documentNames,
  type ParsedWorkshop,
  readBoard,
  readThreads,
} from '@vispera/board'
import { kindById, presentNote } from '@vispera/kinds'
import type { Services } from '../services.ts'
import { requireStage } from './stages.ts'

/** The whole workshop as it is committed now, as plain values. */
export async function readWorkshop(services: Services, id: string): Promise<ParsedWorkshop> {
  const stage = await requireStage(services.stages, id)
  const boards = await Promise.all(stage.boards.map((entry) => readOneBoard(services, id, entry)))
  const threads = await services.rooms.read(documentNames.threads(id), readThreads)
  const leftOut = boards.reduce((sum, board) => sum + board.leftOut, threads.leftOut)
  return { workshop: stage.workshop, boards, threads: threads.links, leftOut }
}

/** A board for the API: fields stand beside what all notes have, and the kind's derived values are there. */
export async function describeBoard(services: Services, id: string, entry: BoardEntry) {
  const board = await readOneBoard(services, id, entry)
  const threads = (await services.rooms.read(documentNames.threads(id), readThreads)).links
  const boards = await linkedBoards(services, id, board, threads)
  const kind = kindById(entry.kind)
  const derived = kind?.derive(board, { threads, boards }) ?? {}
  return {
    ...board,
    notes: board.notes.map((note) => {
      const { id: noteId, kind: noteKind, text, place } = note
      return { ...(kind ? presentNote(kind, note) : {}), id: noteId, kind: noteKind, text, place }
    }),
    links: [...board.links],
    settings: { ...board.settings },
    derived: { ...derived },
  }
}

/** This board and those that threads join it to: what a kind may look at. */
async function linkedBoards(services: Services, id: string, board: Board, threads: readonly CrossLink[]) {
  const ids = new Set(threads.flatMap(({ from, to }) => [from.board, to.board]))
  const { boards } = await requireStage(services.stages, id)
  const others = boards.filter((one) => one.id !== board.id && ids.has(one.id))
  const read = await Promise.all(others.map((entry) => readOneBoard(services, id, entry)))
  return new Map([board, ...read].map((one) => [one.id, one]))
}

const readOneBoard = ({ rooms }: Services, id: string, entry: BoardEntry): Promise<Board> =>
  rooms.read(documentNames.board(id, entry.id), (doc) => readBoard(entry, doc))
