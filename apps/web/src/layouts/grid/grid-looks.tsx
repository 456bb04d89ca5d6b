import { ColorMark, classes, directionOf, Swatch } from '@vispera/ui'
import { DoorClosed, DoorOpen } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { LookProps } from '../layout.ts'
import { useArranged } from '../shared/arranged-context.ts'
import type { GridFurniture } from './arrange-grid.ts'
import styles from './grid.module.css'
import { roomState } from './room-state.ts'

/** What stands over the grid: ink while the first choice of its kind holds (a closed door), paper once it does not. */
export function RoomCard({ note, box, children, selected }: LookProps) {
  const { kind } = useBoardOnScreen()
  const words = useWords()
  const { isClosed, line } = roomState({ kind, words }, note)
  const Door = isClosed ? DoorClosed : DoorOpen
  return (
    <div
      className={classes(styles.room, isClosed && styles.closed, selected && styles.chosen)}
      dir={directionOf(note.text) ?? words.dir}
    >
      <Door aria-hidden="true" />
      <div>
        <div className={styles.roomName}>{children ?? note.text}</div>
        {line !== '' && (
          <p dir="auto">
            {box.color !== 'chalk' && <Swatch color={box.color} className={styles.roomColor} />}
            {line}
          </p>
        )}
      </div>
    </div>
  )
}

/** A dot on the rail, and under it the moment's name, whose it is, and what is planned for it. */
export function MomentStop({ note, box, children, selected }: LookProps) {
  const { dir } = useWords()
  const facts = (useArranged().furniture as GridFurniture).moments?.facts.get(note.id)
  return (
    <div
      className={classes(styles.moment, facts?.isOver && styles.over, selected && styles.chosen)}
      dir={directionOf(note.text) ?? dir}
    >
      <span className={styles.dot} data-color={box.color}>
        <ColorMark color={box.color} />
      </span>
      <div className={styles.momentName}>{children ?? note.text}</div>
      {facts && (
        <p>
          {facts.when}
          {facts.counts !== '' && <b>{facts.counts}</b>}
        </p>
      )}
    </div>
  )
}
