import { useToast } from '@vispera/ui'
import { useMemo } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useGoToBoard } from '../board-ui/go-to-board.ts'
import { useWords } from '../i18n/use-words.ts'
import { useSession } from '../session/session-context.ts'
import type { ActionContext } from './action-context.ts'
import type { Actions } from './actions.ts'
import { announce } from './announcer.ts'
import { createActions } from './create-actions.ts'
import { questionsOf } from './questions.ts'

/** All that actions work with, of the board on screen. */
export function useActionContext(): ActionContext {
  const session = useSession()
  const { open, kind, ui } = useBoardOnScreen()
  const { t, locale } = useWords()
  const toast = useToast()
  const goTo = useGoToBoard()
  return useMemo(
    () => ({ session, open, kind, ui, t, locale, toast, goTo, say: announce, ask: questionsOf(ui).ask }),
    [session, open, kind, ui, t, locale, toast, goTo],
  )
}

/** The actions on the board on screen. */
export function useActions(): Actions {
  const context = useActionContext()
  return useMemo(() => createActions(context), [context])
}
