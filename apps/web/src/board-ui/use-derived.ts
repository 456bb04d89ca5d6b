import type { Board } from '@vispera/board'
import type { Kind, Prompt, RuleContext } from '@vispera/kinds'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { settingKeys } from '../actions/actions.ts'
import { useBoardsAtHand } from '../actions/boards-at-hand.ts'
import { useSession } from '../session/session-context.ts'
import { useBoard, useBoardOnScreen } from './board-context.ts'

/** What rules may look at beside the board on screen; the same object until any of it changes. */
export function useRuleContext(): RuleContext {
  const session = useSession()
  const board = useBoard()
  const threads = useSyncExternalStore(session.subscribe, session.crossLinks)
  const atHand = useBoardsAtHand()
  // Read with every drawing: the day may turn while a board is open.
  const today = new Date().toLocaleDateString('sv')
  const boards = useMemo(() => {
    const known = [...atHand].flatMap(([id, one]) => (one.board ? [[id, one.board] as const] : []))
    return new Map([...known, [board.id, board]])
  }, [atHand, board])
  const before = useRef<RuleContext>({ threads, boards, today })
  if (!isSame(before.current, { threads, boards, today })) before.current = { threads, boards, today }
  return before.current
}

/** What the kind computes from the board on screen; computed once per change, for all who ask. */
export function useDerived(): Readonly<Record<string, unknown>> {
  const { kind } = useBoardOnScreen()
  return derive(kind, useBoard(), useRuleContext())
}

/** The kind's gentle questions that nobody has dismissed. */
export function usePrompts(): readonly Prompt[] {
  const { kind } = useBoardOnScreen()
  const board = useBoard()
  const context = useRuleContext()
  return useMemo(
    () =>
      (kind.prompts?.(board, context) ?? []).filter(
        ({ id }) => board.settings[settingKeys.dismissed(id)] !== true,
      ),
    [kind, board, context],
  )
}

const known = new WeakMap<Board, { context: RuleContext; value: Readonly<Record<string, unknown>> }>()

/** The kind's computed values, remembered as long as neither the board nor what it is linked to changes. */
export function derive(kind: Kind, board: Board, context: RuleContext): Readonly<Record<string, unknown>> {
  const before = known.get(board)
  if (before && isSame(before.context, context)) return before.value
  const value = kind.derive(board, context)
  known.set(board, { context, value })
  return value
}

const isSame = (a: RuleContext, b: RuleContext): boolean =>
  a.threads === b.threads &&
  a.today === b.today &&
  a.boards.size === b.boards.size &&
  [...b.boards].every(([id, board]) => a.boards.get(id) === board)
