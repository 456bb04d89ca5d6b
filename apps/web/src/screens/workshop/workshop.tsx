import type { Stage } from '@vispera/board'
import { kindById } from '@vispera/kinds'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { BoardProvider } from '../../board-ui/board-context.ts'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { GoToBoardProvider } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useIsPhone } from '../shared/use-media.ts'
import { useTitle } from '../shared/use-title.ts'
import { NoBoard } from './no-board.tsx'
import { OverlayOutlet } from './overlays.tsx'
import { PhoneLayout } from './phone-layout.tsx'
import { UrgentNews } from './urgent-news.tsx'
import { useOpenBoard } from './use-open-board.ts'
import { focusInto, useRegions } from './use-regions.ts'
import { useShortcutSheet } from './use-shortcut-sheet.ts'
import { useShownBoard } from './use-shown-board.ts'
import { WideLayout } from './wide-layout.tsx'

interface WorkshopProps {
  readonly stage: Stage
  readonly uiOf: (board: string) => BoardUiStore
}

/** What both layouts are given. */
export interface LayoutProps {
  readonly stage: Stage
  readonly onShowBoard: (board: string) => void
  readonly isPeopleOpen: boolean
  readonly onPeople: (open: boolean) => void
}

export function Workshop({ stage, uiOf }: WorkshopProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const { shown, show, goTo } = useShownBoard(stage, uiOf)
  const open = useOpenBoard(shown?.id ?? null)
  const kind = shown ? kindById(shown.kind) : undefined
  const [isPeopleOpen, setPeopleOpen] = useState(false)
  const ui = shown && uiOf(shown.id)
  const onScreen = useMemo(() => (open && kind && ui ? { open, kind, ui } : null), [open, kind, ui])
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

  if (!onScreen || open?.entry.id !== shown?.id) {
    return (
      <GoToBoardProvider value={goTo}>
        <NoBoard stage={stage} isOpening={kind !== undefined} />
        <OverlayOutlet />
      </GoToBoardProvider>
    )
  }
  const Layout = isPhone ? PhoneLayout : WideLayout
  return (
    <BoardProvider value={onScreen}>
      <GoToBoardProvider value={goTo}>
        <SkipTo region="board">{t('shell.skip.board')}</SkipTo>
        {canWrite && <SkipTo region="composer">{t('shell.skip.composer')}</SkipTo>}
        <Layout stage={stage} onShowBoard={show} isPeopleOpen={isPeopleOpen} onPeople={onPeople} />
        <UrgentNews />
        <OverlayOutlet />
      </GoToBoardProvider>
    </BoardProvider>
  )
}

/** A skip link; no anchor, because the part behind # is the key. */
function SkipTo({ region, children }: { region: string; children: ReactNode }) {
  return (
    <button type="button" className="skip-link" onClick={() => focusInto(document.getElementById(region))}>
      {children}
    </button>
  )
}
