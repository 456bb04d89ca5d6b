import { memo, useMemo } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { ArrangeInput, Arrangement } from '../../layouts/layout.ts'
import { sortOut } from '../../layouts/shared/notes.ts'
import { useCurrent, useWall } from '../wall-context.ts'
import { WallNote } from './wall-note.tsx'

export interface NotesLayerProps {
  readonly arranged: Arrangement
  readonly input: ArrangeInput
  /** Those that stand there, in drawing order. */
  readonly ids: readonly string[]
}

/** The notes that stand in the DOM. */
export const NotesLayer = memo(function NotesLayer({ arranged, input, ids: on }: NotesLayerProps) {
  const { index } = useWall()
  const { t } = useWords()
  const current = useCurrent()
  const stacked = useMemo(() => sortOut(input.board.notes).stacked, [input.board.notes])
  const tabStop =
    current !== null && arranged.boxes.has(current) ? current : (arranged.readingOrder[0] ?? null)
  const count = arranged.readingOrder.length
  const ids = tabStop !== null && !on.includes(tabStop) ? [tabStop, ...on] : on
  if (ids.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: the notes stand anywhere and in any shape; only their order is a list
    <div role="list" aria-label={t('surface.notes')}>
      {ids.map((id) => {
        const box = arranged.boxes.get(id)
        return (
          box && (
            <WallNote
              key={id}
              id={id}
              box={box}
              isCurrent={id === tabStop}
              position={index.rank(id) + 1}
              count={count}
              stacked={stacked.get(id) ?? 0}
              chips={input.chips}
            />
          )
        )
      })}
    </div>
  )
})
