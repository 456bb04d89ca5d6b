import type { BoardEntry, Stage } from '@vispera/board'
import { kindIds } from '@vispera/kinds'
import { useToast } from '@vispera/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type BoardOnScreen, BoardProvider } from '../../board-ui/board-context.ts'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { GoToBoardProvider } from '../../board-ui/go-to-board.ts'
import { useKindAtHand } from '../../board-ui/kinds-at-hand.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { useSession } from '../../session/session-context.ts'
import { Opening } from '../missing/opening.tsx'
import { useIsPhone } from '../shared/use-media.ts'
import { useTitle } from '../shared/use-title.ts'
import { layouts } from './layouts.ts'
import { NoBoard } from './no-board.tsx'
import { OverlayOutlet } from './overlays.tsx'
import { UrgentNews } from './urgent-news.tsx'
import { useOpenBoard } from './use-open-board.ts'
import { focusInto, useRegions } from './use-regions.ts'
import { useShortcutSheet } from './use-shortcut-sheet.ts'
import type { ShownBoard } from './use-shown-board.ts'

interface WorkshopProps {
  readonly stage: Stage
  readonly at: ShownBoard
  readonly uiOf: (board: string) => BoardUiStore
}

/** What both layouts are given. */
export interface LayoutProps {
  readonly stage: Stage
  readonly onShowBoard: (board: string) => void
  readonly isPeopleOpen: boolean
  readonly onPeople: (open: boolean) => void
}

export function Workshop({ stage, at: { shown, show, goTo }, uiOf }: WorkshopProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const onScreen = useBoardOnWall(shown, uiOf)
  const ui = onScreen?.ui
  const [isPeopleOpen, setPeopleOpen] = useState(false)
  useBoardGone(stage, shown)
  const canWrite = useSession().canWrite()
  useTitle(shown?.title ?? '', stage.workshop.title)
  useRegions()
  useShortcutSheet()

  // The side has room for one: a note that is opened takes the place of the people.
  useEffect(() => ui?.subscribe(() => ui.get().opened !== null && setPeopleOpen(false)), [ui])
  const onPeople = (wanted: boolean) => {
    if (wanted) ui?.set({ opened: null })
    setPeopleOpen(wanted)
  }

  if (!onScreen) {
    return (
      <GoToBoardProvider value={goTo}>
        <NoBoard stage={stage} isOpening={shown !== null && kindIds.includes(shown.kind)} />
        <OverlayOutlet />
      </GoToBoardProvider>
    )
  }
  return (
    <BoardProvider value={onScreen}>
      <GoToBoardProvider value={goTo}>
        <SkipTo region="board">{t('shell.skip.board')}</SkipTo>
        {canWrite && <SkipTo region="composer">{t('shell.skip.composer')}</SkipTo>}
        <Part
          of={isPhone ? layouts.phone : layouts.wide}
          with={{ stage, onShowBoard: show, isPeopleOpen, onPeople }}
          waiting={<Opening words={t('shell.opening')} />}
        />
        <UrgentNews />
        <OverlayOutlet />
      </GoToBoardProvider>
    </BoardProvider>
  )
}

/**
 * The board that stands on screen. Going to another one, the old one stays until the new one is open, so that
 * the bars round it stay where they are, focus and all.
 */
function useBoardOnWall(shown: BoardEntry | null, uiOf: WorkshopProps['uiOf']): BoardOnScreen | null {
  const open = useOpenBoard(shown?.id ?? null)
  const kind = useKindAtHand(shown?.kind)
  const [onWall, setOnWall] = useState<BoardOnScreen | null>(null)
  useEffect(() => {
    if (!shown || !kindIds.includes(shown.kind)) setOnWall(null)
    else if (kind && open?.entry.id === shown.id) {
      const next = { open, kind, ui: uiOf(shown.id) }
      setOnWall((before) => (before?.open === open ? before : next))
    }
  }, [shown, kind, open, uiOf])
  return onWall
}

/** Says so when the board on screen was taken out of the workshop and another one stands there now. */
function useBoardGone(stage: Stage, shown: BoardEntry | null): void {
  const { t } = useWords()
  const toast = useToast()
  const before = useRef(shown)
  useEffect(() => {
    const gone = before.current
    before.current = shown
    if (gone && !stage.boards.some((board) => board.id === gone.id)) {
      toast({ message: t('shell.boardGone', { board: gone.title }) })
    }
  }, [stage, shown, toast, t])
}

/** A skip link; no anchor, because the part behind # is the key. */
function SkipTo({ region, children }: { region: string; children: ReactNode }) {
  return (
    <button type="button" className="skip-link" onClick={() => focusInto(document.getElementById(region))}>
      {children}
    </button>
  )
}
