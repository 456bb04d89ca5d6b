import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { later } from '../later/later.ts'
import { useIsWarm } from '../later/warm-up.ts'
import { useSession } from '../session/session-context.ts'
import { type Sorting, withoutSorting } from './sorting.tsx'

const sortingPart = later(() => import('./with-sorting.tsx').then(({ withSorting }) => withSorting))

/** How long to wait until nobody is in the middle of something. */
const againMs = 400

/**
 * Dragging comes after the board: most of a first visit is reading and writing. It takes its place in a calm
 * moment, because every line is drawn again then; the focus returns to the note that had it.
 */
export function useLateSorting(root: RefObject<HTMLElement | null>): Sorting {
  const { ui } = useBoardOnScreen()
  const canWrite = useSession().canWrite()
  const isWarm = useIsWarm()
  const [sorting, setSorting] = useState(() => (canWrite ? sortingPart.now() : null) ?? withoutSorting)
  const focused = useRef<string | null>(null)

  useEffect(() => {
    if (!isWarm || !canWrite || sorting !== withoutSorting) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const take = (arrived: Sorting) => {
      if (!isWanted) return
      // Nor under a finger: a button that is drawn anew between down and up is not pressed.
      if (ui.get().editing !== null || document.querySelector('[role="menu"], dialog[open], main :active')) {
        timer = setTimeout(take, againMs, arrived)
        return
      }
      const words = document.activeElement?.closest('[data-note-words]')
      focused.current = words?.closest('[data-note-id]')?.getAttribute('data-note-id') ?? null
      setSorting(arrived)
    }
    // Where it does not come there are menus and keys; the next outline asks again.
    sortingPart.fetch().then(take, () => {})
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [isWarm, canWrite, sorting, ui])

  // biome-ignore lint/correctness/useExhaustiveDependencies: when dragging has come, every line is a new one
  useLayoutEffect(() => {
    const id = focused.current
    focused.current = null
    if (id === null) return
    const words = root.current?.querySelector<HTMLElement>(
      `[data-note-id="${CSS.escape(id)}"] [data-note-words]`,
    )
    words?.focus({ preventScroll: true })
  }, [root, sorting])

  return sorting
}
