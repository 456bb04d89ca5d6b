import { useBoardUi } from '../board-ui/board-context.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'

const bar = later(() => import('./chosen-bar.tsx').then(({ ChosenBar }) => ChosenBar))

/** Comes up when several notes are chosen. */
export function SelectionBar() {
  const selection = useBoardUi((ui) => ui.selection)
  return selection.size > 1 ? <Part of={bar} with={{ ids: [...selection] }} /> : null
}
