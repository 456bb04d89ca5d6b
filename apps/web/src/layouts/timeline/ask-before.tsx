import { Button, Kbd } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PromptsOfNote } from '../../note/prompts-of-note.tsx'
import { useArranged } from '../shared/arranged-context.ts'
import { at } from '../shared/at.ts'
import type { TimelineLayout } from './lanes.ts'
import styles from './timeline.module.css'

/** "What had to be true just before this?", under the chosen step: the main way to add to the path. */
export function AskBefore() {
  const { kind, open } = useBoardOnScreen()
  const { boxes } = useArranged()
  const actions = useActions()
  const { t, dir } = useWords()
  const { chain } = kind.layout as TimelineLayout
  const chosen = useBoardUi(({ selection, editing }) =>
    selection.size === 1 && editing === null ? ([...selection][0] ?? null) : null,
  )
  const box = chosen === null ? undefined : boxes.get(chosen)
  const note = chosen === null ? undefined : open.store.note(chosen)
  const asks = note && (note.kind === chain.step || chosen === chain.before || chosen === chain.end)
  if (chosen === null || !box || !asks || !actions.canWrite()) return null
  const w = Math.min(box.w, 220) - 8
  return (
    <div
      style={{ ...at({ x: box.x + 4, y: box.y + box.h + 12, w, h: 0 }), zIndex: 5 }}
      dir={dir}
      data-while-resting=""
    >
      <Button variant="ink" tabIndex={-1} className={styles.ask} onClick={() => actions.askBefore(chosen)}>
        <Plus aria-hidden="true" />
        <span className={styles.askWords}>{t(`ask.${chain.step}.before`)}</span>
        <Kbd>B</Kbd>
      </Button>
      <PromptsOfNote noteId={chosen} className={styles.hint} />
    </div>
  )
}
