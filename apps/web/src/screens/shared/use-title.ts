import { useEffect } from 'react'

/** What the tab is called, the most telling part first. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Vispera'].filter((part) => part !== '').join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
