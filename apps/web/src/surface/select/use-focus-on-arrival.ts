import { useEffect } from 'react'
import type { Wall } from '../wall-context.ts'

/** Keys work from the start: the wall has the focus on arrival, and shows it once a key is pressed. */
export function useFocusOnArrival(wall: Wall): void {
  useEffect(() => {
    const viewport = wall.viewport()
    if (!viewport || document.activeElement !== document.body) return
    viewport.toggleAttribute('data-arrived', true)
    viewport.focus({ preventScroll: true })
    const show = () => viewport.removeAttribute('data-arrived')
    addEventListener('keydown', show, { capture: true, once: true })
    return () => removeEventListener('keydown', show, true)
  }, [wall])
}
