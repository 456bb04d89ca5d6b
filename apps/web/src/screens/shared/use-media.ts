import { useMemo, useSyncExternalStore } from 'react'

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query])
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => list.matches,
  )
}

/** Small screens stand in the outline, with the navigation at the thumb. */
export const phone = '(max-width: 767px)'
export const useIsPhone = (): boolean => useMedia(phone)
