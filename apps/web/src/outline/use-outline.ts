import { useMemo } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import { buildSections } from './sections/build-sections.ts'
import type { OutlineSection } from './sections/section.ts'

/** The board on screen as headings with notes, in the arrangement that this person has chosen. */
export function useOutline(): readonly OutlineSection[] {
  const { kind } = useBoardOnScreen()
  const board = useBoard()
  const derived = useDerived()
  const words = useWords()
  const arrangement = useBoardUi((ui) => ui.arrangement)
  return useMemo(
    () => buildSections({ kind, board, derived, arrangement, words }),
    [kind, board, derived, arrangement, words],
  )
}
