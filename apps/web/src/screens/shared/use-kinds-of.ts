import type { Stage } from '@vispera/board'
import { type Kind, kindById } from '@vispera/kinds'
import { useMemo } from 'react'

/** The kinds of a workshop's boards, each once; the same array while they are the same kinds. */
export function useKindsOf(stage: Stage | null): readonly Kind[] {
  const ids = [...new Set(stage?.boards.map((board) => board.kind))].sort().join(' ')
  return useMemo(
    () =>
      ids
        .split(' ')
        .map(kindById)
        .filter((kind) => kind !== undefined),
    [ids],
  )
}
