import type { Doc } from 'yjs'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useLead } from '../../lead/use-lead.ts'
import { useSession } from '../../session/session-context.ts'
import { useFromStage } from '../from-stage.ts'
import { useIsProtected, useStageNow } from '../use-stage-now.ts'
import { keepHeart, useMyHearts } from './my-hearts.ts'

/** How many hearts each note has. */
export const readHearts = (doc: Doc): ReadonlyMap<string, number> =>
  new Map(
    [...doc.getMap('hearts').entries()].flatMap(([id, count]) =>
      typeof count === 'number' && count > 0 ? [[id, count] as const] : [],
    ),
  )

/** Whether hearts are given now: while people walk along the wall. */
export function useIsGallery(): boolean {
  const running = useStageNow()
  const { open } = useBoardOnScreen()
  if (running?.stage.kind !== 'gallery') return false
  return running.stage.board === null || running.stage.board === open.entry.id
}

/** My heart on notes, and a press that gives it or takes it back. They never sort the board. */
export function useHearts() {
  const { workshop } = useSession()
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const inMemory = useIsProtected()
  const counts = useFromStage(readHearts)
  const mine = useMyHearts(workshop)
  return {
    count: (note: string) => counts.get(note) ?? 0,
    isMine: (note: string) => mine.has(note),
    async toggle(note: string) {
      const on = !mine.has(note)
      keepHeart(workshop, note, on, { inMemory })
      const answer = await say('heart', { board: open.entry.id, note, on })
      if (!answer) keepHeart(workshop, note, !on, { inMemory })
    },
  }
}
