import { useCallback } from 'react'

/** The stage bar may still be on its way when the offer goes: so many frames are waited for it. */
const patience = 60

/** Where the offer to start gives way to the stage bar, the focus goes on to what moves the workshop on. */
export function useFocusKept() {
  return useCallback((offer: HTMLElement | null) => {
    if (!offer) return
    return () => {
      if (offer.contains(document.activeElement)) goOn(patience)
    }
  }, [])
}

function goOn(frames: number): void {
  requestAnimationFrame(() => {
    const next = document.querySelector<HTMLElement>('[data-moves-on]')
    if (next) next.focus()
    else if (frames > 0 && document.activeElement === document.body) goOn(frames - 1)
  })
}
