import { IconButton } from '@vispera/ui'
import { Hand, MousePointer2, Redo2, Spline, StickyNote, Undo2 } from 'lucide-react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PictureButtons } from '../../pictures/picture-buttons.tsx'
import { useSession } from '../../session/session-context.ts'
import styles from './tools.module.css'
import { UndoRedo } from './undo-redo.tsx'

const tools = [
  { id: 'select', Icon: MousePointer2, shortcut: 'V', writes: false },
  { id: 'hand', Icon: Hand, shortcut: 'H', writes: false },
  { id: 'note', Icon: StickyNote, shortcut: 'N', writes: true },
  { id: 'link', Icon: Spline, shortcut: 'L', writes: true },
] as const

/** What the hand does on the wall. One tab stop, arrows inside. */
export function ToolRail() {
  const { ui } = useBoardOnScreen()
  const { t } = useWords()
  const chosen = useBoardUi((state) => state.tool)
  const canWrite = useSession().canWrite()
  const shown = tools.filter(({ writes }) => !writes || canWrite)
  return (
    <div
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('surface.tools')}
      className={styles.rail}
      onKeyDown={walkRail}
    >
      {shown.map(({ id, Icon, shortcut }) => (
        <div key={id} className={id === 'note' ? styles.apart : undefined}>
          <IconButton
            label={t(`surface.tool.${id}`)}
            shortcut={shortcut}
            aria-pressed={chosen === id}
            tabIndex={chosen === id ? 0 : -1}
            className={styles.tool}
            onClick={() => ui.set({ tool: id, linking: null })}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <PictureButtons inToolbar className={styles.tool} />
      {canWrite && (
        <div className={styles.apart}>
          <UndoRedo undo={<Undo2 aria-hidden="true" />} redo={<Redo2 aria-hidden="true" />} inToolbar />
        </div>
      )}
    </div>
  )
}

/** Up and down walk the rail; the buttons themselves do the rest. */
function walkRail(event: React.KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = buttons[(at + (event.key === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length]
  event.preventDefault()
  next?.focus()
}
