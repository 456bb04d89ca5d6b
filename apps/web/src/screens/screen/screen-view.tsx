import type { BoardEntry } from '@vispera/board'
import { ToastProvider } from '@vispera/ui'
import { type ReactNode, useMemo } from 'react'
import { BoardProvider } from '../../board-ui/board-context.ts'
import { createBoardUi } from '../../board-ui/board-ui.ts'
import { keepAtHand, useKindAtHand } from '../../board-ui/kinds-at-hand.ts'
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
  const kinds = useKindsOf(stage, entry?.kind)
  useTitle(stage?.workshop.title ?? '')
  const opening = <Opening words={t('shell.opening')} />
  if (!stage || !entry) return opening
  return (
    <KindWords ids={kinds} onSpoken={keepAtHand} waiting={opening}>
      <ToastProvider regionLabel={t('shell.messages')} closeLabel={t('shell.close')}>
        <Projected entry={entry} workshop={stage.workshop.title} opening={opening} />
      </ToastProvider>
    </KindWords>
  )
}

interface ProjectedProps {
  readonly entry: BoardEntry
  readonly workshop: string
  readonly opening: ReactNode
}

function Projected({ entry, workshop, opening }: ProjectedProps) {
  const open = useOpenBoard(entry.id)
  const kind = useKindAtHand(entry.kind)
  const ui = useMemo(() => createBoardUi(), [])
  const onScreen = useMemo(
    () => (open && kind ? { open: withoutPeople(open), kind, ui } : null),
    [open, kind, ui],
  )
  if (!onScreen) return opening
  return (
    <BoardProvider value={onScreen}>
      <div className={styles.screen}>
        <header className={styles.head}>
          <h1 dir="auto">{entry.title}</h1>
          <p dir="auto">{workshop}</p>
        </header>
        <div className={styles.rest}>
          <BoardArea key={entry.id} />
          <JoinCorner />
        </div>
      </div>
    </BoardProvider>
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
