import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useSession } from '../session/session-context.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

/** Drawings and pictures can tell who was where: a protected workshop has and shows none. */
export const isWithoutPictures = (session: WorkshopSession): boolean =>
  session.stage()?.workshop.safety === 'protected'

/** Whether this person may draw here and bring pictures. */
export function useMayPicture(): boolean {
  const { kind } = useBoardOnScreen()
  const canWrite = useSession().canWrite()
  const isOff = useSessionValue(isWithoutPictures)
  return kind.pictures === true && canWrite && !isOff
}
