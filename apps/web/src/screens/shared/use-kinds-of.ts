import type { Stage } from '@vispera/board'
import { useMemo } from 'react'
import { useAreAllWanted, useKindAtHand } from '../../board-ui/kinds-at-hand.ts'
import { useIsWarm, useStands } from '../../later/warm-up.ts'
import { useSessionValue } from '../../session/use-session-value.ts'

/**
 * The kinds to bring: that of the board on screen; once it stands, those of the workshop's other boards too where notes
 * are linked from board to board, else when the rest of the page comes.
 */
export function useKindsOf(stage: Stage | null, shown: string | undefined): readonly string[] {
  const isShown = useKindAtHand(shown) !== undefined
  const isLinked = useSessionValue((session) => session.crossLinks().length > 0)
  const areWanted = useAreAllWanted()
  const stands = useStands()
  const isWarm = useIsWarm()
  const all = isShown && ((isLinked && stands) || areWanted || isWarm)
  const wanted = [shown, ...(all ? (stage?.boards.map((board) => board.kind).sort() ?? []) : [])]
  const ids = [...new Set(wanted.filter((id) => id !== undefined))].join(' ')
  return useMemo(() => (ids === '' ? [] : ids.split(' ')), [ids])
}
