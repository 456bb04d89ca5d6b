import { useCallback } from 'react'
import { focusInto } from '../../screens/workshop/regions.ts'

/** The notes may still be on their way to the wall when the buttons go: so many frames are waited for them. */
const patience = 60

/** When the last card is turned its buttons go: the focus goes on to the notes that they became. */
export function useFocusOnCards() {
  return useCallback((buttons: HTMLElement | null) => {
    if (!buttons) return
    return () => {
      if (buttons.contains(document.activeElement)) goOn(patience)
    }
  }, [])
}

function goOn(frames: number): void {
  requestAnimationFrame(() => {
    const board = document.getElementById('board')
    const { activeElement } = document
    const isWaiting = activeElement === document.body || activeElement?.matches('main section')
    // Somebody has gone elsewhere meanwhile.
    if (!board || !isWaiting) return
    const hasNotes = board.querySelector('[data-note-id][tabindex="0"]') !== null
    if (hasNotes || activeElement === document.body) focusInto(board)
    if (!hasNotes && frames > 0) goOn(frames - 1)
  })
}
