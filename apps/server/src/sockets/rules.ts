import { boardRoots, draftRoots, leadRoots, stageRoots, threadsRoots } from '@vispera/board'
import type { Rules } from '@vispera/sync'
import { parseDocumentName } from '../permissions.ts'

/** What each document may hold. */
export function rulesOf(document: string): Rules {
  const name = parseDocumentName(document)
  switch (name?.kind) {
    case 'stage':
      return { roots: stageRoots }
    case 'threads':
      return { roots: threadsRoots }
    case 'board':
      return { roots: boardRoots }
    case 'lead':
      return { roots: leadRoots }
    case 'draft':
      return { roots: draftRoots }
    default:
      return { roots: {} }
  }
}
