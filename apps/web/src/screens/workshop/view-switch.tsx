import { SegmentedControl } from '@vispera/ui'
import { LayoutGrid, List } from 'lucide-react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'

/** The same board as a wall or as headings and lists. */
export function ViewSwitch() {
  const { t } = useWords()
  const { ui } = useBoardOnScreen()
  const view = useBoardUi((state) => state.view)
  return (
    <SegmentedControl
      variant="tray"
      label={t('shell.view')}
      value={view}
      onChange={(next) => ui.set({ view: next })}
      segments={[
        {
          value: 'surface',
          label: (
            <>
              <LayoutGrid aria-hidden="true" />
              {t('shell.view.surface')}
            </>
          ),
        },
        {
          value: 'outline',
          label: (
            <>
              <List aria-hidden="true" />
              {t('shell.view.outline')}
            </>
          ),
        },
      ]}
    />
  )
}
