import { useCallback } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import type { Box } from '../../layouts/layout.ts'

/** While somebody else holds a note, it goes where their hand is; outside React, as presence comes often. */
export function useFollowOthers(id: string, box: Box, isFollowing: boolean) {
  const { open } = useBoardOnScreen()
  return useCallback(
    (element: HTMLElement) => {
      if (!isFollowing) return () => {}
      const follow = () => {
        for (const { held } of open.others()) {
          const mine = held.find((one) => one.id === id)
          if (mine) element.style.transform = `translate(${mine.x - box.x}px, ${mine.y - box.y}px)`
        }
      }
      follow()
      const stop = open.subscribe(follow)
      return () => {
        stop()
        element.style.transform = ''
      }
    },
    [open, id, box, isFollowing],
  )
}
