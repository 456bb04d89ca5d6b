import { kindById } from '@vispera/kinds'
import { ToastProvider } from '@vispera/ui'
import { useMemo } from 'react'
import { BoardProvider } from '../../board-ui/board-context.ts'
import { createBoardUi } from '../../board-ui/board-ui.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KindWords } from '../../i18n/words-provider.tsx'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { OpenBoard } from '../../session/workshop-session.ts'
import { Opening } from '../missing/opening.tsx'
import { useKindsOf } from '../shared/use-kinds-of.ts'
import { useTitle } from '../shared/use-title.ts'
import { BoardArea } from '../workshop/board-area.tsx'
import { useOpenBoard } from '../workshop/use-open-board.ts'
import { JoinCorner } from './join-corner.tsx'
import styles from './screen-view.module.css'

/** For the projector: the board in large type, nobody's name or cursor, and the way in always in a corner. */
export default function ScreenView() {
  const { t } = useWords()
  const stage = useSessionValue((session) => session.stage())
  const wanted = new URLSearchParams(location.search).get('board')
  const entry = stage?.boards.find((board) => board.id === wanted) ?? stage?.boards[0]
  const kind = entry && kindById(entry.kind)
  const open = useOpenBoard(entry?.id ?? null)
  // All of them: a note may speak of notes on other boards.
  const kinds = useKindsOf(stage)
  const ui = useMemo(() => createBoardUi(), [])
  const onScreen = useMemo(
    () => (open && kind ? { open: withoutPeople(open), kind, ui } : null),
    [open, kind, ui],
  )
  useTitle(stage?.workshop.title ?? '')
  if (!stage || !entry || !onScreen) return <Opening words={t('shell.opening')} />
  return (
    <KindWords kinds={kinds}>
      <ToastProvider regionLabel={t('shell.messages')} closeLabel={t('shell.close')}>
        <BoardProvider value={onScreen}>
          <div className={styles.screen}>
            <header className={styles.head}>
              <h1 dir="auto">{entry.title}</h1>
              <p dir="auto">{stage.workshop.title}</p>
            </header>
            <div className={styles.rest}>
              <BoardArea key={entry.id} />
              <JoinCorner />
            </div>
          </div>
        </BoardProvider>
      </ToastProvider>
    </KindWords>
  )
}

/** The same board with nobody on it. */
function withoutPeople(open: OpenBoard): OpenBoard {
  const nobody: ReturnType<OpenBoard['others']> = []
  return Object.create(open, {
    others: { value: () => nobody },
    setPresence: { value: () => {} },
  }) as OpenBoard
}
