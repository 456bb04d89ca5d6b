import type { Role, SafetyLevel } from '@vispera/board'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDoorNews } from './door/use-door-news.ts'
import { GroupBanner } from './groups/group-banner.tsx'
import { useGroupPlace } from './groups/use-group-place.ts'
import styles from './outlet.module.css'
import { useRoleNews } from './roles/use-role-news.ts'
import { useSafetyNews } from './safety/use-safety-news.ts'
import { SinceBanner } from './series/since-banner.tsx'

/**
 * News about people, wherever somebody looks: who waits at the door, what oneself may do now, one's group. `role`
 * and `safety` are those that somebody came to.
 */
export function Outlet({ role, safety }: { role: Role; safety: SafetyLevel }) {
  useDoorNews()
  useRoleNews(role)
  useGroupPlace()
  useSafetyNews(safety)
  const top = useBoardTop()
  return createPortal(
    <div className={styles.corner} style={{ '--board-top': `${top}px` } as React.CSSProperties}>
      <SinceBanner />
      <GroupBanner />
    </div>,
    document.body,
  )
}

/** Where the bars end: what stands over the board leaves them in sight. */
function useBoardTop(): number {
  const [top, setTop] = useState(120)
  useEffect(() => {
    const board = document.getElementById('board')
    const measure = () => {
      const at = document.getElementById('board')?.getBoundingClientRect().top
      if (at !== undefined) setTop(Math.round(at))
    }
    const watch = new ResizeObserver(measure)
    if (board) watch.observe(board)
    watch.observe(document.body)
    measure()
    return () => watch.disconnect()
  }, [])
  return top
}
