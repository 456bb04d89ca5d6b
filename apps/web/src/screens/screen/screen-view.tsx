import { type BoardEntry, type Stage, stageNow } from '@vispera/board'
import { ToastProvider } from '@vispera/ui'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { BoardProvider } from '../../board-ui/board-context.ts'
import { createBoardUi } from '../../board-ui/board-ui.ts'
import { GoToBoardProvider } from '../../board-ui/go-to-board.ts'
import { keepAtHand, useKindAtHand } from '../../board-ui/kinds-at-hand.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KindWords } from '../../i18n/words-provider.tsx'
import { Part } from '../../later/part.tsx'
import { leadParts } from '../../lead/lead-parts.ts'
import { wallGroups } from '../../people/wall-part.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { Opening } from '../missing/opening.tsx'
import { useKindsOf } from '../shared/use-kinds-of.ts'
import { useTitle } from '../shared/use-title.ts'
import { BoardArea } from '../workshop/board-area.tsx'
import { useOpenBoard } from '../workshop/use-open-board.ts'
import { JoinCorner } from './join-corner.tsx'
import styles from './screen-view.module.css'
import { withoutPeople } from './without-people.ts'

/** For the projector: the board in large type, nobody's name or cursor, and the way in always in a corner. */
export default function ScreenView() {
  const { t } = useWords()
  const stage = useSessionValue((session) => session.stage())
  const opening = <Opening words={t('shell.opening')} />
  return stage ? <OpenedScreen stage={stage} opening={opening} /> : opening
}

function OpenedScreen({ stage, opening }: { stage: Stage; opening: ReactNode }) {
  const { t } = useWords()
  const [entry, goTo] = useWallBoard(stage)
  const kinds = useKindsOf(stage, entry?.kind)
  useTitle(stage.workshop.title)
  if (!entry) return opening
  return (
    <KindWords ids={kinds} onSpoken={keepAtHand} waiting={opening}>
      <ToastProvider regionLabel={t('shell.messages')} closeLabel={t('shell.close')}>
        <GoToBoardProvider value={goTo}>
          <Projected entry={entry} workshop={stage.workshop.title} opening={opening} />
        </GoToBoardProvider>
      </ToastProvider>
    </KindWords>
  )
}

/** The board on the wall: that of the stage, unless whoever leads shows another one; before, that of the address. */
function useWallBoard({ boards }: Stage): [BoardEntry | undefined, (board: string) => void] {
  const [wanted, setWanted] = useState(() => new URLSearchParams(location.search).get('board'))
  const ofStage = useSessionValue(({ agenda }) => stageNow(agenda())?.board ?? null)
  const run = useSessionValue(({ agenda }) => agenda().now?.run)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another stage
  useEffect(() => {
    if (ofStage !== null) setWanted(ofStage)
  }, [ofStage, run])
  return [boards.find(({ id }) => id === wanted) ?? boards[0], setWanted]
}

interface ProjectedProps {
  readonly entry: BoardEntry
  readonly workshop: string
  readonly opening: ReactNode
}

function Projected({ entry, workshop, opening }: ProjectedProps) {
  const open = useOpenBoard(entry.id)
  const kind = useKindAtHand(entry.kind)
  const hasGroups = useSessionValue((session) => session.groups().split?.state === 'running')
  const isRunning = useSessionValue(({ agenda }) => stageNow(agenda()) !== null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another wall
  const ui = useMemo(() => createBoardUi(), [entry.id])
  const onScreen = useMemo(
    () => (open && kind ? { open: withoutPeople(open), kind, ui } : null),
    [open, kind, ui],
  )
  if (!onScreen) return opening
  const join = <JoinCorner />
  return (
    <BoardProvider value={onScreen}>
      <div className={styles.screen}>
        {isRunning ? (
          <Part of={leadParts.wall} with={{ workshop, join }} waiting={opening} />
        ) : (
          <>
            <header className={styles.head}>
              <h1 dir="auto">{entry.title}</h1>
              <p dir="auto">{workshop}</p>
            </header>
            <div className={styles.rest}>
              <BoardArea key={entry.id} />
              {join}
            </div>
          </>
        )}
        {hasGroups && <Part of={wallGroups} with={{}} />}
      </div>
    </BoardProvider>
  )
}
