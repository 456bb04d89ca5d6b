import { type BoardEntry, documentNames } from '@vispera/board'
import type { Seat } from '../join/seats.ts'
import { accessNow, type DocumentName } from '../permissions.ts'
import type { KnownStage } from './stages.ts'

/** The documents that a seat may open; what it may not open is absent. */
export interface OpenDocuments {
  readonly stage?: string
  readonly threads?: string
  readonly draft?: string
  readonly lead?: string
  readonly boards: (BoardEntry & { document: string })[]
}

export function openDocuments(seat: Seat, stage: KnownStage): OpenDocuments {
  const { workshop, participant } = seat
  const isOpen = (name: DocumentName) => accessNow(name, seat, stage, 0) !== 'none'
  return {
    ...(isOpen({ workshop, kind: 'stage' }) && { stage: documentNames.stage(workshop) }),
    ...(isOpen({ workshop, kind: 'threads' }) && { threads: documentNames.threads(workshop) }),
    ...(isOpen({ workshop, kind: 'draft', participant }) && {
      draft: documentNames.draft(workshop, participant),
    }),
    ...(isOpen({ workshop, kind: 'lead' }) && { lead: documentNames.lead(workshop) }),
    boards: stage.boards
      .filter(({ id }) => isOpen({ workshop, kind: 'board', board: id }))
      .map((board) => ({ ...board, document: documentNames.board(workshop, board.id) })),
  }
}
