import { classes, directionOf, Sun } from '@vispera/ui'
import { Check, Unlink } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { LookProps } from '../layout.ts'
import { useArranged } from '../shared/arranged-context.ts'
import { type EndPart, endLabel, endParts } from './ends.ts'
import type { TimelineFurniture } from './furniture-types.ts'
import styles from './timeline.module.css'

/** The instant before: a scene on paper. */
export function SceneCard({ note, children, selected }: LookProps) {
  const { kind } = useBoardOnScreen()
  const words = useWords()
  return (
    <div
      className={classes(styles.scene, selected && styles.chosen)}
      dir={directionOf(note.text) ?? words.dir}
    >
      <p className={styles.anchorLabel}>
        {words.number(1)} · {endLabel({ kind, words }, note)}
      </p>
      <h3 className={styles.sceneWords}>
        {children ?? (note.text.trim() || <Empty id="surface.timeline.sceneEmpty" />)}
      </h3>
      <Parts parts={endParts({ kind, words }, note)} />
    </div>
  )
}

/** Victory: a poster with a sun, and whether the path reaches today. */
export function PosterCard({ note, children, selected }: LookProps) {
  const { kind } = useBoardOnScreen()
  const words = useWords()
  const { victoryReaches } = useArranged().furniture as TimelineFurniture
  const Icon = victoryReaches ? Check : Unlink
  return (
    <div
      className={classes(styles.poster, selected && styles.chosen)}
      dir={directionOf(note.text) ?? words.dir}
    >
      <div className={styles.posterSun}>
        <Sun className={styles.sun} />
      </div>
      <div className={styles.posterBody}>
        <p className={styles.anchorLabel}>{endLabel({ kind, words }, note)}</p>
        <h3 className={styles.posterWords}>
          {children ?? (note.text.trim() || <Empty id="surface.timeline.posterEmpty" />)}
        </h3>
        <Parts parts={endParts({ kind, words }, note)} />
        <p className={styles.status} data-reaches={victoryReaches || undefined} dir={words.dir}>
          <Icon aria-hidden="true" />
          <span>
            {words.t(victoryReaches ? 'surface.timeline.victoryReaches' : 'surface.timeline.victoryHangs')}
          </span>
        </p>
      </div>
    </div>
  )
}

function Parts({ parts }: { parts: readonly EndPart[] }) {
  return parts.map((part) => (
    <div key={part.id} className={styles.part}>
      <p className={styles.partLabel}>{part.label}</p>
      {part.lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  ))
}

/** What is asked while nothing is written. */
export function Empty({ id }: { id: string }) {
  const { t } = useWords()
  return <span className={styles.empty}>{t(id)}</span>
}
