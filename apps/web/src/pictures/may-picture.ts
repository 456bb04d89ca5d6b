import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useSession } from '../session/session-context.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import type { WorkshopSession } from '../session/workshop-session.ts'

/** Drawings and pictures can tell who was where: a protected workshop has and shows none. */
export const isWithoutPictures = (session: WorkshopSession): boolean =>
  session.stage()?.workshop.safety === 'protected'

/** Whether people draw here and bring pictures, who may add something at all. */
export function useHasPictures(): boolean {
  const { kind } = useBoardOnScreen()
  const isOff = useSessionValue(isWithoutPictures)
  return kind.pictures === true && !isOff
}

/** Whether this person may put a drawing or a picture on the board now. */
export function useMayPicture(): boolean {
  const canWrite = useSession().canWrite()
  return useHasPictures() && canWrite
}
