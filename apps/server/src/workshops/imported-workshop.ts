import { newId, type ParsedWorkshop } from '@vispera/board'
import { writeImported } from '@vispera/record'
import { Doc } from 'yjs'
import type { NewWorkshop } from './make-workshop.ts'

/**
 * A saved workshop, ready to be made anew: notes, links and boards keep their ids. Boards get new ones only
 * where one id begins another, because documents are wiped by the start of their name.
 */
export function importedWorkshop(file: ParsedWorkshop): NewWorkshop {
  const boardIds = new Map(file.boards.map(({ id }) => [id, isEntangled(file) ? newId() : id]))
  return {
    facts: file.workshop,
    boards: file.boards.map((board) => ({
      id: boardIds.get(board.id) ?? board.id,
      kind: board.kind,
      title: board.title,
      fill: (doc) =>
        writeImported({ ...file, boards: [board], threads: [] }, { board: () => doc, threads: new Doc() }),
    })),
    fillThreads: (doc) =>
      writeImported({ ...file, boards: [] }, { board: () => new Doc(), threads: doc, boardIds }),
  }
}

function isEntangled({ boards }: ParsedWorkshop): boolean {
  const sorted = boards.map(({ id }) => id).sort()
  return sorted.some((id, at) => sorted[at + 1]?.startsWith(id))
}
