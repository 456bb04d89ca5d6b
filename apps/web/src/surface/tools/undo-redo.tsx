import { IconButton } from '@vispera/ui'
import type { ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './tools.module.css'

export interface UndoRedoProps {
  readonly undo: ReactNode
  readonly redo: ReactNode
  readonly inToolbar?: boolean
}

/** Takes back what I did, and does it again; never what others did. */
export function UndoRedo({ undo, redo, inToolbar = false }: UndoRedoProps) {
  const { history } = useSession()
  const { t } = useWords()
  const actions = useActions()
  const canUndo = useSyncExternalStore(history.subscribe, history.canUndo)
  const canRedo = useSyncExternalStore(history.subscribe, history.canRedo)
  const tabIndex = inToolbar ? -1 : undefined
  return (
    <>
      <IconButton
        label={t('surface.undo')}
        shortcut="Ctrl Z"
        disabled={!canUndo}
        tabIndex={tabIndex}
        className={styles.tool}
        onClick={() => actions.undo()}
      >
        {undo}
      </IconButton>
      <IconButton
        label={t('surface.redo')}
        shortcut="Ctrl Shift Z"
        disabled={!canRedo}
        tabIndex={tabIndex}
        className={styles.tool}
        onClick={() => actions.redo()}
      >
        {redo}
      </IconButton>
    </>
  )
}
