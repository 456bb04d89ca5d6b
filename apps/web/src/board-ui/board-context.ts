import type { Board, Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { BoardPresence, OpenBoard } from '../session/workshop-session.ts'
import type { BoardUi, BoardUiStore } from './board-ui.ts'

/** The board on screen: its open document, its kind, and this screen's own state of it. */
export interface BoardOnScreen {
  readonly open: OpenBoard
  readonly kind: Kind
  readonly ui: BoardUiStore
}

/** For the few places that also stand outside of a board; inside one use `useBoardOnScreen`. */
export const BoardContext = createContext<BoardOnScreen | null>(null)
export const BoardProvider = BoardContext.Provider

export function useBoardOnScreen(): BoardOnScreen {
  const board = useContext(BoardContext)
  if (!board) throw new Error('useBoardOnScreen needs a BoardProvider')
  return board
}

/** One value of this screen's state; re-renders only when that value changes. */
export function useBoardUi<T>(pick: (ui: BoardUi) => T): T {
  const { ui } = useBoardOnScreen()
  return useSyncExternalStore(ui.subscribe, () => pick(ui.get()))
}

/** The whole board as plain values; re-renders on every change of its content. */
export function useBoard(): Board {
  const { open } = useBoardOnScreen()
  return useSyncExternalStore(open.store.subscribe, () => open.store.board(open.entry))
}

/** One note; re-renders only when that note changes. Undefined once it is gone. */
export function useNote(id: string): Note | undefined {
  const { open } = useBoardOnScreen()
  const subscribe = useCallback((listener: () => void) => open.store.subscribeNote(id, listener), [open, id])
  return useSyncExternalStore(subscribe, () => open.store.note(id))
}

/** Others on this board. */
export function useOthers(): readonly BoardPresence[] {
  const { open } = useBoardOnScreen()
  return useSyncExternalStore(open.subscribe, open.others)
}
