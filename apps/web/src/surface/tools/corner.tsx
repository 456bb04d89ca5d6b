import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { Looking } from '../../looking/looking.tsx'
import { useMedia } from '../../screens/shared/use-media.ts'
import { ArrangementMenu, ArrangementSwitch } from './arrangement-switch.tsx'
import styles from './tools.module.css'
import { ZoomControl } from './zoom-control.tsx'

/** The corner at the end of reading: how large, and (where they have no place of their own) other arrangements. */
export function Corner({ withUndo }: { withUndo: boolean }) {
  const { engine } = useBoardOnScreen().kind.layout
  const isWide = useMedia('(min-width: 1400px)')
  // A grid's arrangements are half of its method: in sight wherever they fit beside the composer.
  const isOpen = engine === 'grid' && isWide
  return (
    <div className={styles.corner} data-open={isOpen || undefined} data-region="">
      <ZoomControl withUndo={withUndo} />
      <Looking className={styles.arrangement} />
      {isOpen ? <ArrangementSwitch variant="tray" /> : engine !== 'timeline' && <ArrangementMenu />}
    </div>
  )
}
