import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { useStands } from '../later/warm-up.ts'

const lookButton = later(() => import('./look-button.tsx').then(({ LookButton }) => LookButton))
const sieveBar = later(() => import('./sieve-bar.tsx').then(({ SieveBar }) => SieveBar))

/** Looking at less of a full board: groups folded away, or only some of its notes. For this person alone. */
export function Looking({ className }: { className?: string | undefined }) {
  const { engine } = useBoardOnScreen().kind.layout
  const stands = useStands()
  return engine === 'table' || !stands ? null : <Part of={lookButton} with={{ className }} />
}

/** While only some notes are looked at: which, how many are out of sight, and the way back. */
export function LookingBar({ on }: { on: 'wall' | 'outline' }) {
  const sieve = useBoardUi((ui) => ui.sieve)
  return sieve && <Part of={sieveBar} with={{ sieve, on }} />
}
