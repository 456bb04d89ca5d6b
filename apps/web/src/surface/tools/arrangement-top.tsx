import { classes } from '@vispera/ui'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { TimelineFurniture } from '../../layouts/timeline/furniture-types.ts'
import { ArrangementSwitch, useArrangements } from './arrangement-switch.tsx'
import styles from './tools.module.css'

/** A path's two reading directions, at the top where reading starts; read forwards, with what it is in a line. */
export function ArrangementTop({ furniture }: { furniture: unknown }) {
  const { engine } = useBoardOnScreen().kind.layout
  const { t } = useWords()
  const ids = useArrangements()
  const chosen = useBoardUi((ui) => ui.arrangement) ?? ids[0]
  if (engine !== 'timeline') return null
  const isPlan = chosen !== ids[0]
  const { parts } = furniture as TimelineFurniture
  const wins = parts.filter((part) => part.isWin).length
  const steps = parts.reduce((sum, part) => sum + part.count, 0)
  return (
    <div className={classes(styles.top, !isPlan && styles.stackedTop)}>
      <ArrangementSwitch variant="joined" stacked={!isPlan} />
      {isPlan && <p>{t('surface.plan.line', { steps, wins })}</p>}
    </div>
  )
}
