import { useEffect } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { soon } from '../../later/later.ts'
import { onceStands } from '../../later/warm-up.ts'
import type { Wall } from '../wall-context.ts'

const lending = soon(() => import('./lend-wall-eye.ts').then(({ lendWallEye }) => lendWallEye))

/** Lends this wall's camera to those who lead and are led, once the board stands: before that there is nothing to see. */
export function useLentEye(wall: Wall): void {
  const { ui } = useBoardOnScreen()
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    const stopStanding = onceStands(() => {
      // Where it cannot be fetched this wall stays where its own people leave it.
      void lending.fetch().then(
        (lend) => {
          if (!isGone) stop = lend(wall, ui)
        },
        () => {},
      )
    })
    return () => {
      isGone = true
      stopStanding()
      stop()
    }
  }, [wall, ui])
}
