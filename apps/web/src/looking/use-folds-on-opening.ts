import { useToast } from '@vispera/ui'
import { useEffect } from 'react'
import { useBoard, useBoardOnScreen } from '../board-ui/board-context.ts'
import type { BoardUiStore } from '../board-ui/board-ui.ts'
import { useWords } from '../i18n/use-words.ts'
import { foldsOnOpening } from './groups.ts'

/** Boards that this screen has opened: what people unfolded stays so. */
const opened = new WeakSet<BoardUiStore>()

/** A very long path opens with its threads folded; said once, with the way back. */
export function useFoldsOnOpening(): void {
  const { ui, kind } = useBoardOnScreen()
  const words = useWords()
  const board = useBoard()
  const toast = useToast()
  useEffect(() => {
    if (opened.has(ui) || board.notes.length === 0) return
    opened.add(ui)
    const keys = foldsOnOpening({ kind, board, words })
    if (keys.length === 0) return
    ui.fold(keys, true)
    toast({
      message: words.t('surface.look.folded'),
      action: { label: words.t('surface.look.unfoldAll'), onAction: () => ui.fold(keys, false) },
    })
  }, [ui, kind, board, words, toast])
}
