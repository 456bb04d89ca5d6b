import type { BoardEntry, Stage } from '@vispera/board'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import type { GoToBoard } from '../../board-ui/go-to-board.ts'
import { useSession } from '../../session/session-context.ts'

export interface ShownBoard {
  readonly shown: BoardEntry | null
  readonly show: (board: string) => void
  readonly goTo: GoToBoard
}

/** A note is asked for until its board has been drawn, at most this often. */
const revealTries = 40

/**
 * Which board is on screen: the one in the address (`?board=`), else the first. A board that is taken out of
 * the workshop gives way to the first.
 */
export function useShownBoard(stage: Stage, uiOf: (board: string) => BoardUiStore): ShownBoard {
  const session = useSession()
  const [wanted, setWanted] = useState(() => new URLSearchParams(location.search).get('board'))
  const shown = stage.boards.find((board) => board.id === wanted) ?? stage.boards[0] ?? null

  useEffect(() => session.standAt(shown?.id ?? null), [session, shown?.id])
  const show = useCallback((board: string) => {
    setWanted(board)
    const search = new URLSearchParams({ board })
    // The key stays where it is: behind the #.
    history.replaceState(history.state, '', `${location.pathname}?${search}${location.hash}`)
  }, [])
  const goTo: GoToBoard = useCallback(
    (board, note) => {
      show(board)
      if (note !== undefined) revealOnceDrawn(uiOf(board), note, revealTries)
    },
    [show, uiOf],
  )
  return useMemo(() => ({ shown, show, goTo }), [shown, show, goTo])
}

function revealOnceDrawn(ui: BoardUiStore, note: string, tries: number): void {
  if (tries === 0) return
  const isDrawn = document.querySelector(
    `[role="main"][data-ready="true"] [data-note-id="${CSS.escape(note)}"]`,
  )
  ui.reveal(note)
  if (!isDrawn) setTimeout(() => revealOnceDrawn(ui, note, tries - 1), 100)
}
