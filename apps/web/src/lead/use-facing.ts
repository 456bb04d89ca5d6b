import { useEffect } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { usePlace } from './use-agenda.ts'

const forwards = 'forwards'

/**
 * In a stage that reads the path forwards its board faces forwards, and afterwards as it did before. Whoever turns
 * it meanwhile has it as they turned it.
 */
export function useFacing(): void {
  const place = usePlace()
  const { open, kind, ui } = useBoardOnScreen()
  const { layout } = kind
  const hasForwards = layout.engine === 'timeline' && layout.arrangements.some(({ id }) => id === forwards)
  const reads =
    hasForwards &&
    place?.stage.kind === 'read-forward' &&
    (place.stage.board === null || place.stage.board === open.entry.id)
  useEffect(() => {
    const before = ui.get().arrangement
    if (!reads || before === forwards) return
    ui.set({ arrangement: forwards })
    return () => {
      if (ui.get().arrangement === forwards) ui.set({ arrangement: before })
    }
  }, [reads, ui])
}
