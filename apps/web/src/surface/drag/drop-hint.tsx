import { classes } from '@vispera/ui'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { at } from '../../layouts/shared/at.ts'
import { useWall } from '../wall-context.ts'
import styles from './drop-hint.module.css'

/** What letting go would do: the place lights up, a line shows the slot, and words say it. */
export function DropHint() {
  const { hand, camera } = useWall()
  const { dir } = useWords()
  const target = useSyncExternalStore(hand.subscribe, hand.target)
  const rung = useSyncExternalStore(camera.subscribe, camera.zoomRung)
  if (!target?.rect) return null
  const { rect, slot, allowed, words } = target
  return (
    <>
      <div style={at(rect)} className={classes(styles.place, !allowed && styles.refused)} />
      {slot && <div style={at(slot)} className={styles.slot} />}
      <p
        style={{ left: rect.x, top: rect.y, scale: String(1 / rung) }}
        className={classes(styles.words, !allowed && styles.refusedWords)}
        dir={dir}
      >
        {words}
      </p>
    </>
  )
}
