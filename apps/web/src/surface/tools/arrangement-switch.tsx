import { SegmentedControl } from '@vispera/ui'
import { ChevronUp } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'
import { useArrangementNow } from '../use-arrangement-now.ts'
import styles from './tools.module.css'

/** The arrangements of a kind by id; none where there is only one. */
export function useArrangements(): readonly string[] {
  const { layout } = useBoardOnScreen().kind
  return layout.engine === 'table' || layout.arrangements.length < 2
    ? []
    : layout.arrangements.map(({ id }) => id)
}

/** Other ways to look at the same notes. */
export function ArrangementSwitch({ variant, stacked }: { variant: 'joined' | 'tray'; stacked?: boolean }) {
  const { kind, ui } = useBoardOnScreen()
  const { t } = useWords()
  const ids = useArrangements()
  const chosen = useArrangementNow() ?? ids[0]
  if (ids.length === 0 || chosen === undefined) return null
  return (
    <SegmentedControl
      label={t('surface.arrangement')}
      variant={variant}
      stacked={stacked ?? false}
      value={chosen}
      onChange={(arrangement) => ui.set({ arrangement })}
      segments={ids.map((id) => ({ value: id, label: t(`${kind.id}.arrangement.${id}`) }))}
    />
  )
}

/** The same choice behind one button, where there is little room. */
export function ArrangementMenu() {
  const { kind, ui } = useBoardOnScreen()
  const { t } = useWords()
  const ids = useArrangements()
  const chosen = useArrangementNow() ?? ids[0]
  if (ids.length === 0 || chosen === undefined) return null
  const entries = ids.map((id) => ({
    id,
    label: t(`${kind.id}.arrangement.${id}`),
    checked: id === chosen,
    onSelect: () => ui.set({ arrangement: id }),
  }))
  return (
    <Menu
      label={t('surface.arrangement')}
      sections={[{ id: 'all', entries }]}
      align="end"
      className={styles.arrangement}
    >
      {t(`${kind.id}.arrangement.${chosen}`)}
      <ChevronUp aria-hidden="true" />
    </Menu>
  )
}
