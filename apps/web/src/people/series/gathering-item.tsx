import { type Gathering, isOtherDay, shownIn } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { nameOfLanguage } from '../../screens/start/languages.ts'
import { useCommand } from '../use-command.ts'
import { placeOf } from './my-zone.ts'
import styles from './series.module.css'

interface GatheringItemProps {
  readonly gathering: Gathering
  /** The reader's. */
  readonly zone: string
  readonly onEdit?: (() => void) | undefined
}

/** A length in the largest unit that says it whole. */
function lengthWords(minutes: number, formatTag: string): string {
  const say = (value: number, unit: string) =>
    new Intl.NumberFormat(formatTag, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  if (minutes % 1_440 === 0) return say(minutes / 1_440, 'day')
  return minutes % 60 === 0 ? say(minutes / 60, 'hour') : say(minutes, 'minute')
}

/** One gathering on the reader's clock; where it was agreed on another clock or day, that is said too. */
export function GatheringItem({ gathering, zone, onEdit }: GatheringItemProps) {
  const { t, formatTag } = useWords()
  const command = useCommand()
  const [isRemoving, setRemoving] = useState(false)
  const { id, title, question, start, minutes, mode, status, languages } = gathering
  const mine = shownIn(start.at, zone, formatTag)
  const theirs = shownIn(start.at, start.zone, formatTag)
  const isElsewhere = zone !== start.zone
  return (
    <li className={styles.gathering} data-status={status}>
      <div className={styles.when}>
        <p className={styles.weekday}>{mine.weekday}</p>
        <p>{mine.date}</p>
        <p className={styles.clock}>{mine.time}</p>
      </div>
      <div className={styles.what}>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {status !== 'planned' && <p className={styles.status}>{t(`people.series.status.${status}`)}</p>}
        {question && (
          <p>
            <bdi>{question}</bdi>
          </p>
        )}
        <p className={styles.hint}>
          {lengthWords(minutes, formatTag)} · {t(`people.series.mode.${mode}`)}
          {languages.length > 0 && ` · ${languages.map(nameOfLanguage).join(', ')}`}
        </p>
        {isElsewhere && (
          <p className={styles.hint}>
            {isOtherDay(start.at, zone, start.zone)
              ? t('people.series.there.day', {
                  weekday: theirs.weekday,
                  time: theirs.time,
                  place: placeOf(start.zone),
                })
              : t('people.series.there', { time: theirs.time, place: placeOf(start.zone) })}
          </p>
        )}
        {onEdit && (
          <div className={styles.acts}>
            {isRemoving ? (
              <>
                <p role="alert">{t('people.series.remove.sure', { title })}</p>
                <Button size="small" onClick={() => setRemoving(false)}>
                  {t('shell.cancel')}
                </Button>
                <Button
                  size="small"
                  variant="ink"
                  onClick={() => void command('remove-gathering', { gathering: id })}
                >
                  {t('people.series.remove')}
                </Button>
              </>
            ) : (
              <>
                <Button size="small" onClick={onEdit} aria-label={t('people.series.edit.which', { title })}>
                  {t('people.series.edit')}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => setRemoving(true)}
                  aria-label={t('people.series.remove.which', { title })}
                >
                  {t('people.series.remove')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
