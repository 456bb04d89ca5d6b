import { useMemo } from 'react'
import { useBoard, useBoardOnScreen } from '../board-ui/board-context.ts'
import type { SieveInput } from '../board-ui/sieve.ts'
import { useRuleContext } from '../board-ui/use-derived.ts'

/** What a sieve looks at. */
export function useSieveInput(): SieveInput {
  const { kind } = useBoardOnScreen()
  const board = useBoard()
  const context = useRuleContext()
  return useMemo(() => ({ kind, board, context }), [kind, board, context])
}
