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
  /** "of 14" beside the large number, where there is little room. */
  readonly isShort?: boolean
  /** Stands after "Stage 8 of 14". */
  readonly children?: ReactNode
}

/** The number of the stage, its name, and the way to the whole agenda. */
export function StageHeading({ place, className, isShort, children }: StageHeadingProps) {
  const words = useWords()
  const { t, number } = words
  const side = useSidePanel()
  const isOpen = side.shown === 'agenda'
  const where = t('lead.where', { number: place.number, count: place.count })
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
            aria-label={isShort ? where : undefined}
            title={t('lead.agenda.open')}
            onClick={() => side.show(isOpen ? null : 'agenda')}
          >
            {isShort ? t('lead.where.short', { count: place.count }) : where}
          </button>
          {children}
        </p>
      </div>
    </div>
  )
}
