import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => {
  const view = window.visualViewport
  view?.addEventListener('resize', listener)
  view?.addEventListener('scroll', listener)
  return () => {
    view?.removeEventListener('resize', listener)
    view?.removeEventListener('scroll', listener)
  }
}

/** Less than this is a browser's bar coming and going, not a keyboard. */
const leastKeyboard = 120

/** How much of the page's foot the on-screen keyboard covers, in CSS pixels; 0 without one. */
const read = () => {
  const view = window.visualViewport
  if (!view || view.scale > 1.01) return 0
  const covered = Math.round(window.innerHeight - view.height - view.offsetTop)
  return covered > leastKeyboard ? covered : 0
}

export const useKeyboardInset = (): number => useSyncExternalStore(subscribe, read, () => 0)
