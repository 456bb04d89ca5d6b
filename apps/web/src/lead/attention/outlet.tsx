import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useFacing } from '../use-facing.ts'
import { Announcer } from './announcer.tsx'
import { Chime } from './chime.tsx'
import { FollowBanner } from './follow-banner.tsx'
import { HandKey } from './hand-key.tsx'
import { Laser } from './laser.tsx'
import styles from './outlet.module.css'
import { PauseCover } from './pause-cover.tsx'
import { ReadyBanner } from './ready-banner.tsx'
import { useKeepTime } from './use-keep-time.ts'
import { useLookNudge } from './use-look-nudge.ts'
import { useSharedSight } from './use-shared-sight.ts'
import { useStageBoard } from './use-stage-board.ts'

/** Everything of being led that stands over the workshop: it never takes the wall's place, but for a pause. */
export function Outlet() {
  useKeepTime()
  useStageBoard()
  useFacing()
  useLookNudge()
  useSharedSight()
  const top = useBoardTop()
  return (
    <>
      <Announcer />
      <Chime />
      <HandKey />
      {createPortal(
        <div style={{ '--board-top': `${top}px` } as React.CSSProperties}>
          <div className={styles.banners}>
            <FollowBanner />
            <ReadyBanner />
          </div>
          <PauseCover />
          <Laser />
        </div>,
        document.body,
      )}
    </>
  )
}

/** Where the bars end: what stands over the board leaves them in sight. */
function useBoardTop(): number {
  const [top, setTop] = useState(120)
  useEffect(() => {
    const measure = () => {
      const board = document.getElementById('board')
      if (board) setTop(Math.round(board.getBoundingClientRect().top))
    }
    const watch = new ResizeObserver(measure)
    const board = document.getElementById('board')
    if (board) watch.observe(board)
    watch.observe(document.body)
    measure()
    return () => watch.disconnect()
  }, [])
  return top
}
