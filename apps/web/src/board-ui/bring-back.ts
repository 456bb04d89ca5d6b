import type { Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { BoardUiStore } from './board-ui.ts'

/** Somebody is led to a note that is out of sight: what folds or filters it away gives way. */
export function bringBack(ui: BoardUiStore, { layout }: Kind, note: Note): void {
  const isAround = (key: string) =>
    key === `theme:${note.cluster?.id}` ||
    key.startsWith('goal:') ||
    key.startsWith('depth:') ||
    (layout.engine === 'timeline' && key === `lane:${note.fields[layout.chain.lane] ?? ''}`)
  const { folded } = ui.get()
  ui.set({ sieve: null, folded: new Set([...folded].filter((key) => !isAround(key))) })
}
