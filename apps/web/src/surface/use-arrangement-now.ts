import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useIsPhone } from '../screens/shared/use-media.ts'

/** The arrangement that this person chose; until then the one that suits the screen, or null for the first. */
export function useArrangementNow(): string | null {
  const { layout } = useBoardOnScreen().kind
  const chosen = useBoardUi((ui) => ui.arrangement)
  const isPhone = useIsPhone()
  return chosen ?? (isPhone && layout.engine === 'canvas' ? (layout.onPhones ?? null) : null)
}
