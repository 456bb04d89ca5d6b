import type { Role, SafetyLevel } from '@vispera/board'
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
  return createPortal(
    <div className={styles.corner}>
      <SinceBanner />
      <GroupBanner />
    </div>,
    document.body,
  )
}
