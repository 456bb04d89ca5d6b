import { NameTag, type PersonColor, personColors } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useOthers } from '../../board-ui/board-context.ts'
import type { Rect } from '../../layouts/shared/geometry.ts'
import { usePreference } from '../../session/preferences.ts'
import { useWall } from '../wall-context.ts'
import styles from './cursors.module.css'
import { tagSpot } from './tag-spot.ts'

/** Others' cursors, in their ink, a name tag below. They stand in the board's world and keep their size. */
export function Cursors() {
  const others = useOthers()
  const { camera, index } = useWall()
  const rung = useSyncExternalStore(camera.subscribe, camera.zoomRung)
  if (usePreference('hide-others')) return null
  const isFree = (rect: Rect) => index.within(rect).length === 0
  return (
    <div className={styles.layer} aria-hidden="true">
      {others.map(({ client, cursor, person }) => {
        if (!cursor) return null
        const color: PersonColor = personColors[person.color] ?? 1
        const { at, isShort } = tagSpot(cursor, person.name, 1 / rung, isFree)
        return (
          <div
            key={client}
            className={styles.cursor}
            style={{ translate: `${cursor[0]}px ${cursor[1]}px`, color: `var(--person-${color})` }}
          >
            <div style={{ scale: String(1 / rung) }} className={styles.sized}>
              <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path
                  d="M3 2.5 17 9l-6 1.8L8.4 17z"
                  fill="currentColor"
                  stroke="var(--on-person)"
                  strokeWidth="1.6"
                />
              </svg>
              {person.name !== '' && (
                <span className={styles.name} style={{ translate: `${at[0]}px ${at[1]}px` }}>
                  <NameTag color={color}>{isShort ? [...person.name][0] : person.name}</NameTag>
                </span>
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}
