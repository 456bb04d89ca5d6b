import { useEffect } from 'react'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import type { Wall } from '../wall-context.ts'
import { noteElement } from '../wall-points.ts'
import { focusNote } from './focus.ts'

/**
 * When writing in a note is over and nothing else has taken the focus, the note itself takes it, so that the
 * next key (B, N, the arrows) acts on it.
 */
export function useFocusAfterWriting(wall: Wall, ui: BoardUiStore): void {
  useEffect(() => {
    let before = ui.get().editing
    return ui.subscribe(() => {
      const { editing } = ui.get()
      const written = before
      before = editing
      if (written === null || editing !== null) return
      const viewport = wall.viewport()
      // At once to the wall, so that no key is lost; to the note when the editor has left it.
      if (viewport?.contains(document.activeElement)) viewport.focus({ preventScroll: true })
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const isFree = document.activeElement === document.body || document.activeElement === viewport
          if (!isFree || ui.get().editing !== null) return
          if (noteElement(wall, written)) focusNote(wall, written)
          else viewport?.focus({ preventScroll: true })
        }),
      )
    })
  }, [wall, ui])
}
