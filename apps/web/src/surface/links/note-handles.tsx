import { Ellipsis, Spline } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useArranged } from '../../layouts/shared/arranged-context.ts'
import { useWall } from '../wall-context.ts'
import styles from './note-handles.module.css'
import { startRubberLine } from './rubber-line.ts'

export interface NoteHandlesProps {
  readonly onLink: (from: string, to: string, at: { x: number; y: number }) => void
  readonly onMenu: (id: string, at: { x: number; y: number }) => void
}

/** Over the end corner of the one chosen note: its menu, and a handle to draw a link from. They keep their size. */
export function NoteHandles({ onLink, onMenu }: NoteHandlesProps) {
  const wall = useWall()
  const { kind, open, ui } = useBoardOnScreen()
  const actions = useActions()
  const { boxes } = useArranged()
  const { t, dir } = useWords()
  const rung = useSyncExternalStore(wall.camera.subscribe, wall.camera.zoomRung)
  const isHeld = useSyncExternalStore(wall.hand.subscribe, () => wall.hand.held() !== null)
  const chosen = useBoardUi(({ selection, editing, linking }) =>
    selection.size === 1 && editing === null && linking === null ? ([...selection][0] ?? null) : null,
  )
  const box = chosen === null ? undefined : boxes.get(chosen)
  const note = chosen === null ? undefined : open.store.note(chosen)
  if (chosen === null || !box || !note || isHeld || !actions.canWrite()) return null
  const links = kind.linkKinds.some(({ from, to }) =>
    [...from, ...to].some((one) => one === '*' || one === note.kind),
  )
  const scale = 1 / Math.max(rung, 0.35)
  const left = dir === 'rtl' ? box.x : box.x + box.w
  return (
    <div
      className={styles.handles}
      style={{ left, top: box.y, scale: String(scale) }}
      data-side={dir === 'rtl' ? 'left' : 'right'}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.handle}
        aria-label={t('surface.note.menu')}
        title={t('surface.note.menu')}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => onMenu(chosen, { x: event.clientX, y: event.clientY })}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {links && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.handle}
          aria-label={t('surface.note.link')}
          title={t('surface.note.link')}
          onPointerDown={(event) => {
            event.stopPropagation()
            if (event.button !== 0) return
            startRubberLine(wall, chosen, event.nativeEvent, (over, at) => {
              if (over === null) ui.set({ linking: { from: chosen, kind: null } })
              else onLink(chosen, over, at)
            })
          }}
          // By keyboard or a tap without dragging: the next note tapped is the other end.
          onKeyDown={(event) => event.key === 'Enter' && ui.set({ linking: { from: chosen, kind: null } })}
        >
          <Spline aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
