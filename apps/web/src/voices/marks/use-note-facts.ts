import { useMemo } from 'react'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import type { NoteExtras } from '../../board-ui/note-extras.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { CardFact } from '../../layouts/shared/card.ts'
import { ownKeys } from '../../session/own-keys.ts'
import { useSession } from '../../session/session-context.ts'
import { readHearts } from '../care/use-heart.ts'
import { useFromStage } from '../from-stage.ts'
import { useVotes } from '../votes/use-votes.ts'
import { lastResultOn } from './last-result.ts'

/** What each note says of hearts, of the last vote on it, and, on this device only, that it is mine. */
export function useNoteFacts(): Pick<NoteExtras, 'facts' | 'votes'> {
  const { t, number } = useWords()
  const { workshop } = useSession()
  const { open } = useBoardOnScreen()
  const board = useBoard()
  const hearts = useFromStage(readHearts)
  const all = useVotes()
  const vote = lastResultOn(all, open.entry.id)
  return useMemo(() => {
    const keys = ownKeys(workshop)
    const facts = new Map<string, CardFact[]>()
    const say = (id: string, fact: CardFact) => facts.set(id, [...(facts.get(id) ?? []), fact])
    const votes = new Map<string, { shown: number; label: string }>()
    const { result, form } = vote ?? {}
    for (const { id, withdrawKey } of board.notes) {
      const count = hearts.get(id)
      if (count !== undefined) say(id, { icon: 'heart', text: number(count) })
      const total = result?.totals[id]
      if (result && total !== undefined && total > 0) {
        const words = result.isOrderOnly
          ? t('voices.mark.rank', { rank: total })
          : t(`voices.mark.${form === 'shaky' ? 'shaky' : 'dots'}`, { count: total })
        say(id, { text: words })
        if (!result.isOrderOnly) votes.set(id, { shown: total, label: words })
      }
      if (withdrawKey !== undefined && keys.has(withdrawKey)) say(id, { text: t('voices.mark.yours') })
    }
    return { facts, votes }
  }, [board, hearts, vote, workshop, t, number])
}
