import { boardRoots, draftRoots, leadRoots, stageRoots, threadsRoots } from '@vispera/board'
import type { Rules } from '@vispera/sync'
import { parseDocumentName } from '../permissions.ts'
import { checkBoard } from './check-board.ts'
import type { KindOfBoard } from './kind-of-board.ts'
import { roleOf } from './seated-session.ts'

/** What each document may hold. */
export function rulesOf(document: string, kindOf: KindOfBoard = () => null): Rules {
  const name = parseDocumentName(document)
  switch (name?.kind) {
    case 'stage':
      return { roots: stageRoots }
    case 'threads':
      return { roots: threadsRoots }
    case 'board':
      return {
        roots: boardRoots,
        check: checkBoard({ kind: () => kindOf(name.workshop, name.board), roleOf }),
      }
    case 'lead':
      return { roots: leadRoots }
    case 'draft':
      return { roots: draftRoots }
    default:
      return { roots: {} }
  }
}
