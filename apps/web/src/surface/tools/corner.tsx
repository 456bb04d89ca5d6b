import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { ArrangementSwitch } from './arrangement-switch.tsx'
import styles from './tools.module.css'
import { ZoomControl } from './zoom-control.tsx'

/** The corner at the end of reading: how large, and (where they have no place of their own) other arrangements. */
export function Corner({ withUndo }: { withUndo: boolean }) {
  const { engine } = useBoardOnScreen().kind.layout
  return (
    <div className={styles.corner} data-engine={engine} data-region="">
      {engine !== 'timeline' && <ArrangementSwitch variant="tray" />}
      <ZoomControl withUndo={withUndo} />
    </div>
  )
}
