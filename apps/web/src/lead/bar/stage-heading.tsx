import { classes } from '@vispera/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSidePanel } from '../../screens/workshop/side-panel.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { nameOf } from '../stage-words.ts'
import styles from './stage-heading.module.css'

interface StageHeadingProps {
  readonly place: PlaceInAgenda
  readonly className?: string | undefined
  /** Stands after "Stage 8 of 14". */
  readonly children?: ReactNode
}

/** The number of the stage, its name, and the way to the whole agenda. */
export function StageHeading({ place, className, children }: StageHeadingProps) {
  const words = useWords()
  const { t, number } = words
  const side = useSidePanel()
  const isOpen = side.shown === 'agenda'
  return (
    <div className={classes(styles.heading, className)}>
      <span className={styles.number} aria-hidden="true">
        {number(place.number)}
      </span>
      <div className={styles.name}>
        <h1 dir="auto">{nameOf(place.stage, words)}</h1>
        <p>
          <button
            type="button"
            className={styles.where}
            aria-expanded={isOpen}
            title={t('lead.agenda.open')}
            onClick={() => side.show(isOpen ? null : 'agenda')}
          >
            {t('lead.where', { number: place.number, count: place.count })}
          </button>
          {children}
        </p>
      </div>
    </div>
  )
}
