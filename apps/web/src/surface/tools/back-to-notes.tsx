import { Button } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { overlaps } from '../../layouts/shared/geometry.ts'
import { frameAll } from '../camera/camera.ts'
import { useWall } from '../wall-context.ts'
import styles from './tools.module.css'

/** The way back, shown once nothing of the board is in sight. */
export function BackToNotes() {
  const wall = useWall()
  const { t } = useWords()
  const isLost = useSyncExternalStore(
    wall.camera.subscribe,
    () => !overlaps(wall.camera.cull(), wall.arranged().bounds),
  )
  if (!isLost) return null
  const { camera } = wall
  return (
    <div className={styles.back}>
      <Button onClick={() => camera.glide(frameAll(wall.arranged().bounds, camera.size(), camera.insets()))}>
        {t('surface.backToNotes')}
      </Button>
    </div>
  )
}
