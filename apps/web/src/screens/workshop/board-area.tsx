import { classes } from '@vispera/ui'
import { type ReactNode, useCallback, useDeferredValue, useState } from 'react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { DrawnProvider } from '../../board-ui/drawn.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { useWarmUp } from '../../later/warm-up.ts'
import type { OpenBoard, Refusal } from '../../session/workshop-session.ts'
import { MainArea } from '../shared/main-area.tsx'
import styles from './board-area.module.css'
import { boardViews } from './board-views.ts'
import { useBoardArrival } from './use-open-board.ts'

const nothing = {}

/** The board itself, as wall or as outline; what stands in `instead` takes its place. */
export function BoardArea({ instead }: { instead?: ReactNode }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const view = useView(open)
  const { isReady: hasArrived, refusal } = useBoardArrival(open)
  // A large board is drawn a few milliseconds at a time.
  const isReady = useDeferredValue(hasArrived)
  const [drawn, setDrawn] = useState(false)
  const markDrawn = useCallback(() => setDrawn(true), [])
  const stands = isReady && (drawn || instead !== undefined)
  // Everything else comes once the board stands, so that it is there when the network is not.
  useWarmUp(stands)
  const opening = (
    <p className={styles.opening} role="status">
      {t('shell.opening')}
    </p>
  )
  return (
    <MainArea
      id="board"
      isReady={stands}
      aria-label={t('shell.boardNamed', { board: open.entry.title })}
      className={classes(styles.area, instead === undefined && view === 'surface' && styles.wall)}
    >
      {refusal && !isReady ? (
        <BoardRefusal refusal={refusal} />
      ) : isReady ? (
        (instead ?? (
          <DrawnProvider value={markDrawn}>
            <Part of={boardViews[view]} with={nothing} waiting={opening} />
          </DrawnProvider>
        ))
      ) : (
        opening
      )}
    </MainArea>
  )
}

/** Up to so many notes another view is drawn faster than anybody can tell. */
const fewNotes = 500

/** What the board is shown as; where it is large, the other view stays until this one has been drawn bit by bit. */
function useView({ store, entry }: OpenBoard) {
  const now = useBoardUi((ui) => ui.view)
  const drawn = useDeferredValue(now)
  return store.board(entry).notes.length > fewNotes ? drawn : now
}

function BoardRefusal({ refusal }: { refusal: Refusal }) {
  const { t } = useWords()
  return (
    <div className={styles.refusal} role="alert">
      <h2>{t(`shell.refusal.board.${refusal}`)}</h2>
      <p>{t(`shell.refusal.board.${refusal}.do`)}</p>
    </div>
  )
}
