import { useEffect } from 'react'
import { isPreferred } from '../../session/preferences.ts'
import { useOverlay } from './overlays.tsx'

/** `?` shows the keys, unless somebody is writing or has switched single keys off. */
export function useShortcutSheet(): void {
  const open = useOverlay()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' && event.key !== '؟') return
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return
      if (isPreferred('no-single-keys') || isWriting(event.target)) return
      event.preventDefault()
      open('shortcuts')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [open])
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
