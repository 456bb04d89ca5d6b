import type { Note } from '@vispera/board'
import type { Kind, Layout } from '@vispera/kinds'
import { type BoardUiStore, trueSteps } from './board-ui.ts'

/** Somebody is led to a note that is out of sight: what folds or filters it away gives way. */
export function bringBack(ui: BoardUiStore, { layout }: Kind, note: Note): void {
  const isAround = (key: string) =>
    key === `theme:${note.cluster?.id}` ||
    key.startsWith('goal:') ||
    key.startsWith('depth:') ||
    (layout.engine === 'timeline' && key === `lane:${note.fields[layout.chain.lane] ?? ''}`)
  const { folded } = ui.get()
  const left = [...folded].filter((key) => !isAround(key))
  if (isTrue(layout, note)) left.push(trueSteps)
  ui.set({ sieve: null, folded: new Set(left) })
}

/** Whether a step has come true. */
export const isTrue = (layout: Layout, { fields }: Note): boolean =>
  layout.engine === 'timeline' && fields[layout.chain.truth.field] === layout.chain.truth.value
