import { useEffect } from 'react'
import { soon } from '../../later/later.ts'
import { onceStands } from '../../later/warm-up.ts'

/** What those who work with keys need beside what browsers do: nobody has it before there is a board to go to. */
const keys = soon(async () => {
  const [{ keepFocus }, { focusInto, watchRegions }] = await Promise.all([
    import('./keep-focus.ts'),
    import('./regions.ts'),
  ])
  return { keepFocus, focusInto, watchRegions }
})

/** F6 from part to part, and the focus never nowhere. */
export function useKeys(): void {
  useEffect(() => {
    const stops: (() => void)[] = []
    let isHere = true
    const stopWaiting = onceStands(() => {
      keys.fetch().then(
        ({ keepFocus, watchRegions }) => {
          if (isHere) stops.push(watchRegions(), keepFocus())
        },
        // Without it the page works as pages do.
        () => {},
      )
    })
    return () => {
      isHere = false
      stopWaiting()
      for (const stop of stops) stop()
    }
  }, [])
}

/** Takes the focus to a part of the screen. */
export const goToPart = (id: string): void => {
  keys.fetch().then(
    ({ focusInto }) => focusInto(document.getElementById(id)),
    () => document.getElementById(id)?.focus(),
  )
}
