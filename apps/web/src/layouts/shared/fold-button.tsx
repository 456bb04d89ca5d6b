import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './wall.module.css'

interface FoldButtonProps {
  /** The group, as the screen's state knows it. */
  readonly of: string
  readonly name: string
  /** Whether there is anything to fold; otherwise the words stand alone. */
  readonly isNeeded: boolean
  /** Folded away until it is asked for. */
  readonly startsFolded?: boolean
  /** How much is in it; without, the button is its mark alone. */
  readonly children?: ReactNode
}

/**
 * Folds a group away for this person alone, and says how much is in it. Off the tab order like all furniture; the
 * wall's fold menu and the outline's headings do the same by keyboard.
 */
export function FoldButton({ of, name, isNeeded, startsFolded = false, children }: FoldButtonProps) {
  const { ui } = useBoardOnScreen()
  const { t } = useWords()
  const isFolded = useBoardUi(({ folded }) => folded.has(of) !== startsFolded)
  if (!isNeeded && !isFolded) return children ? <span className={styles.foldCount}>{children}</span> : null
  const Mark = isFolded ? ChevronRight : ChevronDown
  const says = t(isFolded ? 'surface.unfold' : 'surface.fold', { name })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.fold}
      aria-expanded={!isFolded}
      aria-label={children ? undefined : says}
      title={says}
      onClick={(event) => {
        event.stopPropagation()
        ui.fold([of], isFolded === startsFolded)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Mark aria-hidden="true" />
      {children}
    </button>
  )
}
