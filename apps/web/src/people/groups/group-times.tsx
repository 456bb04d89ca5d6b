import { classes } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import styles from './groups.module.css'
import { TimeLeft } from './time-left.tsx'
import { type Group, useGroups } from './use-groups.ts'

/** Every group and what is left to it, those that end first in front where not all of them have room. */
export function GroupTimes({ most, className }: { most?: number; className?: string | undefined }) {
  const { t } = useWords()
  const { groups } = useGroups()
  const timed = groups.filter(hasTime)
  const shown =
    most === undefined || timed.length <= most
      ? timed
      : timed.toSorted((one, other) => one.endsAt - other.endsAt).slice(0, most)
  if (shown.length === 0) return null
  return (
    <ul className={classes(styles.times, className)} aria-label={t('people.groups.left')}>
      {shown.map(({ id, number, endsAt }) => {
        const name = t('people.groups.name', { number })
        return (
          <li key={id}>
            <span>{name}</span>
            <TimeLeft endsAt={endsAt} label={t('people.groups.left.of', { group: name })} />
          </li>
        )
      })}
    </ul>
  )
}

const hasTime = (group: Group): group is Group & { endsAt: number } => group.endsAt !== null
