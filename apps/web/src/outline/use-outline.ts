import { useMemo } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useHidden } from '../board-ui/use-sieved.ts'
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
  const hidden = useHidden()
  return useMemo(() => {
    const sections = buildSections({ kind, board, derived, arrangement, words })
    return hidden.size === 0 ? sections : inSight(sections, hidden)
  }, [kind, board, derived, arrangement, words, hidden])
}

/** The sections with only the notes in sight; what has none of them left goes. */
function inSight(sections: readonly OutlineSection[], hidden: ReadonlySet<string>): OutlineSection[] {
  return sections
    .map(({ facts: _facts, ...section }) => ({
      ...section,
      notes: section.notes.filter((id) => !hidden.has(id)),
    }))
    .filter((section) => section.notes.length > 0)
}
