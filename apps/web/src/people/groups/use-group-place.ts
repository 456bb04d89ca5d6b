import { useToast } from '@vispera/ui'
import { useEffect, useRef } from 'react'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { whenCalm } from '../../lead/attention/calm.ts'
import { useSession } from '../../session/session-context.ts'
import { useGroups } from './use-groups.ts'

/** Takes people to their group's place when they are put there, and back when the results are brought together. */
export function useGroupPlace(): void {
  const { t } = useWords()
  const toast = useToast()
  const goTo = useGoToBoard()
  const session = useSession()
  const { split, mine } = useGroups()
  const seen = useRef<string | null>(null)
  const state = `${split?.id} ${split?.state} ${mine?.id}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: another group, or its end, is the only reason to go
  useEffect(() => {
    const before = seen.current
    seen.current = state
    if (!split) return
    if (mine) {
      // A reload on another board is somebody's own choice.
      if (before === null && new URLSearchParams(location.search).has('board')) return
      return whenCalm(() => (split.own === 'copy' ? goTo(mine.at) : goTo(split.board, mine.at)))
    }
    const hasJustEnded = before?.startsWith(`${split.id} running`) === true && split.state !== 'running'
    if (!hasJustEnded) return
    toast({ message: t(`people.groups.${split.state === 'gathered' ? 'gathered' : 'ended'}`) })
    if (split.state === 'gathered' && !session.canLead()) return whenCalm(() => goTo(split.board))
  }, [state])
}
