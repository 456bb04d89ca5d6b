import { useCallback, useEffect, useRef } from 'react'
import type { Wall } from '../wall-context.ts'

/**
 * Space held down is the hand tool while the board has the focus; except on a note that was walked to by
 * keyboard, where Space takes the note up.
 */
export function useSpaceHand(wall: Wall): () => boolean {
  const isDown = useRef(false)
  useEffect(() => {
    const set = (down: boolean) => {
      isDown.current = down
      const element = wall.viewport()
      if (down) element?.setAttribute('data-hand', '')
      else element?.removeAttribute('data-hand')
    }
    const onDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.code !== 'Space' || event.repeat || !(target instanceof Element)) return
      if (!wall.viewport()?.contains(target) && target !== document.body) return
      if (target.closest('textarea, input, button, a') || target.matches('[data-note-id]:focus-visible'))
        return
      event.preventDefault()
      set(true)
    }
    const onUp = (event: KeyboardEvent) => event.code === 'Space' && set(false)
    const onBlur = () => set(false)
    addEventListener('keydown', onDown)
    addEventListener('keyup', onUp)
    addEventListener('blur', onBlur)
    return () => {
      removeEventListener('keydown', onDown)
      removeEventListener('keyup', onUp)
      removeEventListener('blur', onBlur)
    }
  }, [wall])
  return useCallback(() => isDown.current, [])
}
