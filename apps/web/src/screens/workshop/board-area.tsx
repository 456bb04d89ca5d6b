import { classes } from '@vispera/ui'
import { type ReactNode, useCallback, useDeferredValue, useState } from 'react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { DrawnProvider } from '../../board-ui/drawn.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { useWarmUp } from '../../later/warm-up.ts'
import type { Refusal } from '../../session/workshop-session.ts'
import { MainArea } from '../shared/main-area.tsx'
import styles from './board-area.module.css'
import { boardViews } from './board-views.ts'
import { useBoardArrival } from './use-open-board.ts'

const nothing = {}

/** The board itself, as wall or as outline; what stands in `instead` takes its place. */
export function BoardArea({ instead }: { instead?: ReactNode }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  // What was there stays until the other view is ready: a large board is drawn a few milliseconds at a time.
  const view = useDeferredValue(useBoardUi((ui) => ui.view))
  const { isReady: hasArrived, refusal } = useBoardArrival(open)
  const isReady = useDeferredValue(hasArrived)
  const [drawn, setDrawn] = useState(false)
  const markDrawn = useCallback(() => setDrawn(true), [])
  const stands = isReady && (drawn || instead !== undefined)
  // Everything else comes once the board stands, so that it is there when the network is not.
  useWarmUp(stands)
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
            <Part of={boardViews[view]} with={nothing} />
          </DrawnProvider>
        ))
      ) : (
        <p className={styles.opening} role="status">
          {t('shell.opening')}
        </p>
      )}
    </MainArea>
  )
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
