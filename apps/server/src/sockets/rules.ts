import { boardRoots, draftRoots, leadRoots, stageRoots, threadsRoots } from '@vispera/board'
import type { Rules } from '@vispera/sync'
import { parseDocumentName } from '../permissions.ts'
import { checkBoard } from './check-board.ts'
import type { FixedNotes } from './fixed-notes.ts'
import { roleOf } from './seated-session.ts'

/** What each document may hold. `isFixed` knows the notes that a board has from the start. */
export function rulesOf(document: string, isFixed: FixedNotes = () => false): Rules {
  const name = parseDocumentName(document)
  switch (name?.kind) {
    case 'stage':
      return { roots: stageRoots }
    case 'threads':
      return { roots: threadsRoots }
    case 'board':
      return {
        roots: boardRoots,
        check: checkBoard({ isFixed: (note) => isFixed(name.workshop, name.board, note), roleOf }),
      }
    case 'lead':
      return { roots: leadRoots }
    case 'draft':
      return { roots: draftRoots }
    default:
      return { roots: {} }
  }
}
