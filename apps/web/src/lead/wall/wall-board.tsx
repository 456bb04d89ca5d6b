import { classes } from '@vispera/ui'
import { useEffect } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BoardArea } from '../../screens/workshop/board-area.tsx'
import { faceDownNow } from '../../voices/voices.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { CardsFaceDown } from './cards-face-down.tsx'
import { usePointedAt } from './use-pointed-at.ts'
import { useReading } from './use-reading.ts'
import styles from './wall-view.module.css'

interface WallBoardProps {
  readonly place: PlaceInAgenda
  /** Told what is being read, for the head: on the wall it would hide something. */
  readonly onRead: (words: string | null) => void
}

/** The board on the wall: all of it, or part by part with one key. */
export function WallBoard({ place, onRead }: WallBoardProps) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const part = useReading()
  const isPointed = usePointedAt()
  const faceDown = faceDownNow(place)
  const words = part && t('lead.screen.part', part)
  useEffect(() => {
    onRead(words)
    return () => onRead(null)
  }, [words, onRead])
  return (
    <div className={classes(styles.stage, isPointed && styles.pointed)}>
      <BoardArea key={open.entry.id} />
      {faceDown > 0 && (
        <div className={styles.caption}>
          <CardsFaceDown count={faceDown} />
        </div>
      )}
    </div>
  )
}
