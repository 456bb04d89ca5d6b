import { useWords } from '../../i18n/use-words.ts'
import { GroupTimes } from './group-times.tsx'
import styles from './wall-groups.module.css'

/** On the wall: how long each group still has. */
export function WallGroups() {
  const { t } = useWords()
  return (
    <section aria-label={t('people.groups')}>
      <GroupTimes className={styles.wall} />
    </section>
  )
}
