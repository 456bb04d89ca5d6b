import { type BoardEntry, mayWrite, type Stage } from '@vispera/board'
import { kindIds } from '@vispera/kinds'
import { useToast, useToastsEndAt } from '@vispera/ui'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { AwayOutlet } from '../../away/away-outlet.tsx'
import { type BoardOnScreen, BoardProvider } from '../../board-ui/board-context.ts'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { GoToBoardProvider } from '../../board-ui/go-to-board.ts'
import { useKindAtHand } from '../../board-ui/kinds-at-hand.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Part } from '../../later/part.tsx'
import { LeadOutlet } from '../../lead/lead-outlet.tsx'
import { PeopleOutlet } from '../../people/people-outlet.tsx'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { VoicesOutlet } from '../../voices/voices-outlet.tsx'
import { Opening } from '../missing/opening.tsx'
import { useIsPhone } from '../shared/use-media.ts'
import { useTitle } from '../shared/use-title.ts'
import { layouts } from './layouts.ts'
import { NoBoard } from './no-board.tsx'
import { OverlayOutlet } from './overlays.tsx'
import { type SidePanelId, SidePanelProvider } from './side-panel.ts'
import { UrgentNews } from './urgent-news.tsx'
import { goToPart, useKeys } from './use-keys.ts'
import { useOpenBoard } from './use-open-board.ts'
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
}

export function Workshop({ stage, at: { shown, show, goTo }, uiOf }: WorkshopProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const onScreen = useBoardOnWall(shown, uiOf)
  const ui = onScreen?.ui
  const [panel, setPanel] = useState<SidePanelId | null>(null)
  useBoardGone(stage, shown)
  useToastsEndAt(onScreen?.open.entry.id)
  const writes = mayWrite(useSession().me.role)
  useTitle(shown?.title ?? '', stage.workshop.title)
  useKeys()
  useShortcutSheet()

  // The side has room for one: a note that is opened takes the place of a panel.
  useEffect(() => ui?.subscribe(() => ui.get().opened !== null && setPanel(null)), [ui])
  const side = useMemo(() => {
    const show = (wanted: SidePanelId | null) => {
      if (wanted) ui?.set({ opened: null })
      setPanel(wanted)
    }
    return { shown: panel, show }
  }, [panel, ui])

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
        <SidePanelProvider value={side}>
          <SkipTo region="board">{t('shell.skip.board')}</SkipTo>
          {writes && <SkipTo region="composer">{t('shell.skip.composer')}</SkipTo>}
          <Part
            of={isPhone ? layouts.phone : layouts.wide}
            with={{ stage, onShowBoard: show }}
            waiting={<Opening words={t('shell.opening')} />}
          />
          <UrgentNews />
          <LeadOutlet />
          <VoicesOutlet />
          <PeopleOutlet />
          <OverlayOutlet />
          <AwayOutlet />
        </SidePanelProvider>
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
  // Everything on a board asks whether it may write as it is drawn: it is drawn anew when the answer changes.
  const closed = useSessionValue((session) => session.closed())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is the reason for another object
  return useMemo(() => onWall && { ...onWall }, [onWall, closed])
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
    <button type="button" className="skip-link" onClick={() => goToPart(region)}>
      {children}
    </button>
  )
}
