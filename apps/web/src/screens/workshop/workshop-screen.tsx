import type { Stage } from '@vispera/board'
import { ToastProvider } from '@vispera/ui'
import { useCallback, useRef } from 'react'
import { type BoardUiStore, createBoardUi } from '../../board-ui/board-ui.ts'
import { keepAtHand } from '../../board-ui/kinds-at-hand.ts'
import { useWords } from '../../i18n/use-words.ts'
import { KindWords } from '../../i18n/words-provider.tsx'
import { useSessionValue } from '../../session/use-session-value.ts'
import { Opening } from '../missing/opening.tsx'
import { useKindsOf } from '../shared/use-kinds-of.ts'
import { useIsPhone } from '../shared/use-media.ts'
import { Overlays } from './overlays.tsx'
import { useShownBoard } from './use-shown-board.ts'
import { Workshop } from './workshop.tsx'

/** The workshop on this screen, once the server has said what it is. */
export default function WorkshopScreen() {
  const { t } = useWords()
  const stage = useSessionValue((session) => session.stage())
  if (!stage) return <Opening words={t('shell.opening')} />
  return <OpenedWorkshop stage={stage} />
}

function OpenedWorkshop({ stage }: { stage: Stage }) {
  const { t } = useWords()
  const uiOf = useBoardUis()
  const at = useShownBoard(stage, uiOf)
  const kinds = useKindsOf(stage, at.shown?.kind)
  return (
    <KindWords ids={kinds} onSpoken={keepAtHand} waiting={<Opening words={t('shell.opening')} />}>
      <ToastProvider regionLabel={t('shell.messages')} closeLabel={t('shell.close')}>
        <Overlays>
          <Workshop stage={stage} at={at} uiOf={uiOf} />
        </Overlays>
      </ToastProvider>
    </KindWords>
  )
}

/** This screen's own state of each board, kept while somebody goes back and forth. Phones begin in the outline. */
function useBoardUis(): (board: string) => BoardUiStore {
  const isPhone = useIsPhone()
  const uis = useRef(new Map<string, BoardUiStore>())
  const view = useRef(isPhone ? ('outline' as const) : ('surface' as const))
  return useCallback((board) => {
    const ui = uis.current.get(board) ?? createBoardUi({ view: view.current })
    uis.current.set(board, ui)
    return ui
  }, [])
}
