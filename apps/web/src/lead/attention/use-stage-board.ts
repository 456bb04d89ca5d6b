import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { usePlace } from '../use-agenda.ts'
import { isWriting, whenCalm } from './calm.ts'

/** When whoever leads moves on fast, only the last move is news. */
const sort = 'stage-board'

/**
 * When the stage moves to another board, everybody's screen goes there; whoever writes goes when they have
 * finished, or when they press. There is a way back.
 */
export function useStageBoard(): void {
  const { t } = useWords()
  const toast = useToast()
  const session = useSession()
  const goTo = useGoToBoard()
  const { open } = useBoardOnScreen()
  const place = usePlace()
  const shown = useRef(open.entry)
  shown.current = open.entry
  const board = place?.stage.board ?? null
  const run = place?.now.run
  const seen = useRef<number | undefined>(undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new run is the only reason to go anywhere
  useEffect(() => {
    const isFirst = seen.current === undefined
    seen.current = run
    const entry = session.stage()?.boards.find(({ id }) => id === board)
    const before = shown.current
    if (run === undefined || !entry || entry.id === before.id) return
    // A link to a board, or a reload on one, is somebody's own choice.
    if (isFirst && new URLSearchParams(location.search).has('board')) return
    const back = { label: t('lead.move.back', { board: before.title }), onAction: () => goTo(before.id) }
    const wasWriting = isWriting()
    if (wasWriting) {
      toast({
        message: t('lead.move.waits', { board: entry.title }),
        action: { label: t('lead.goThere'), onAction: () => goTo(entry.id) },
        sort,
        leadsTo: entry.id,
      })
    }
    return whenCalm(() => {
      if (shown.current.id === entry.id) return
      goTo(entry.id)
      if (isFirst) return
      toast({
        message: t('lead.move.moved', { board: entry.title }),
        action: back,
        sort,
        leadsTo: before.id,
      })
    })
  }, [run, board])
}
