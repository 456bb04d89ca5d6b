import {
  newId,
  type ParsedWorkshop,
  writeDecision,
  writeGathering,
  writeStage,
  writeVote,
} from '@vispera/board'
import { writeImported } from '@vispera/record'
import { Doc } from 'yjs'
import { ApiError } from '../contract/errors.ts'
import { bodyLimits } from '../http/limits.ts'
import { type CleanImage, cleanImage } from '../media/clean-image.ts'
import type { NewWorkshop } from './make-workshop.ts'

/**
 * A saved workshop, ready to be made anew: notes, links and boards keep their ids. Boards get new ones only
 * where one id begins another, because documents are wiped by the start of their name.
 */
export function importedWorkshop(file: ParsedWorkshop): NewWorkshop {
  const boardIds = new Map(file.boards.map(({ id }) => [id, isEntangled(file) ? newId() : id]))
  return {
    facts: file.workshop,
    images: cleanImages(file),
    boards: file.boards.map((board) => ({
      id: boardIds.get(board.id) ?? board.id,
      kind: board.kind,
      title: board.title,
      fill: (doc) =>
        writeImported({ ...file, boards: [board], threads: [] }, { board: () => doc, threads: new Doc() }),
    })),
    fillThreads: (doc) =>
      writeImported({ ...file, boards: [] }, { board: () => new Doc(), threads: doc, boardIds }),
    fillStage: (doc) => writeLed(doc, file, boardIds),
  }
}

/** The agenda, what was voted on and decided, and when people gather, about boards under their new ids. */
function writeLed(
  doc: Doc,
  { agenda = [], votes = [], decisions = [], gatherings = [] }: ParsedWorkshop,
  boardIds: ReadonlyMap<string, string>,
): void {
  const about = <T extends { readonly board: string | null }>(one: T): T => ({
    ...one,
    board: one.board === null ? null : (boardIds.get(one.board) ?? null),
  })
  for (const stage of agenda) writeStage(doc, about(stage))
  for (const vote of votes) writeVote(doc, about(vote))
  for (const decision of decisions) writeDecision(doc, about(decision))
  for (const gathering of gatherings) writeGathering(doc, gathering)
}

/** The file's pictures by the same rules as any other picture that somebody sends. */
function cleanImages({ images = new Map() }: ParsedWorkshop): Map<string, CleanImage> {
  const cleaned = new Map<string, CleanImage>()
  for (const [id, { bytes }] of images) {
    const image = bytes.length > bodyLimits.image ? 'too-large' : cleanImage(bytes)
    if (typeof image === 'string')
      throw new ApiError(
        'invalid',
        `The picture ${id} in this file is no picture (${image}). Nothing was imported.`,
      )
    cleaned.set(id, image)
  }
  return cleaned
}

function isEntangled({ boards }: ParsedWorkshop): boolean {
  const sorted = boards.map(({ id }) => id).sort()
  return sorted.some((id, at) => sorted[at + 1]?.startsWith(id))
}
