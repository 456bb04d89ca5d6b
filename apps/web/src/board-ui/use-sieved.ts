import type { Board } from '@vispera/board'
import { useMemo } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from './board-context.ts'
import { useRuleContext } from './use-derived.ts'

const nothing: ReadonlySet<string> = new Set()

/**
 * Notes that this person's choice leaves out of sight. What they have in their hands is never among them: a note
 * that was just written does not vanish because it says nothing of a moment yet.
 */
export function useHidden(): ReadonlySet<string> {
  const { kind } = useBoardOnScreen()
  const board = useBoard()
  const context = useRuleContext()
  const sieve = useBoardUi((ui) => ui.sieve)
  const selection = useBoardUi((ui) => (ui.sieve ? ui.selection : nothing))
  const editing = useBoardUi((ui) => (ui.sieve ? ui.editing : null))
  const hidden = useMemo(
    () => sieve?.hides({ kind, board, context }) ?? nothing,
    [sieve, kind, board, context],
  )
  return useMemo(() => {
    if (hidden.size === 0) return nothing
    const left = new Set(hidden)
    for (const id of selection) left.delete(id)
    if (editing !== null) left.delete(editing)
    return left
  }, [hidden, selection, editing])
}

/** The board with only the notes in sight. */
export const without = (board: Board, hidden: ReadonlySet<string>): Board =>
  hidden.size === 0 ? board : { ...board, notes: board.notes.filter(({ id }) => !hidden.has(id)) }
