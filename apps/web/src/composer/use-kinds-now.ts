import { stageNow } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { writableKinds } from '../actions/writable-kinds.ts'
import { useSession } from '../session/session-context.ts'

/** What people may write now: while they walk along the wall and read, it is questions, where a board has them. */
export function useKindsNow(kind: Kind): Kind['noteKinds'] {
  const session = useSession()
  const kinds = writableKinds(kind)
  if (session.canLead() || stageNow(session.agenda())?.kind !== 'gallery') return kinds
  const questions = kinds.filter(({ id }) => id === 'question')
  return questions.length > 0 ? questions : kinds
}
