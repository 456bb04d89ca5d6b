import type { BoardUiStore } from '../board-ui/board-ui.ts'

const freshByScreen = new WeakMap<BoardUiStore, Set<string>>()

/** Notes that this person began and has not finished yet: they vanish again when they stay empty. */
export function freshNotes(ui: BoardUiStore): Set<string> {
  const fresh = freshByScreen.get(ui) ?? new Set()
  freshByScreen.set(ui, fresh)
  return fresh
}
