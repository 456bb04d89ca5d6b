import { classes } from '@vispera/ui'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BoardArea } from '../../screens/workshop/board-area.tsx'
import type { PlaceInAgenda } from '../plan.ts'
import { CardsFaceDown } from './cards-face-down.tsx'
import { usePointedAt } from './use-pointed-at.ts'
import { useReading } from './use-reading.ts'
import styles from './wall-view.module.css'

/** The board on the wall: all of it, or part by part with one key. */
export function WallBoard({ place }: { place: PlaceInAgenda }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const part = useReading()
  const isPointed = usePointedAt()
  const faceDown = place.now.faceDown ?? 0
  return (
    <div className={classes(styles.stage, isPointed && styles.pointed)}>
      <BoardArea key={open.entry.id} />
      <p className={part || faceDown > 0 ? styles.caption : 'visually-hidden'} role="status">
        {part && <span dir="auto">{t('lead.screen.part', part)}</span>}
        {!part && faceDown > 0 && <CardsFaceDown count={faceDown} />}
      </p>
    </div>
  )
}
