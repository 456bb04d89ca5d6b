import { GroupTimes } from './group-times.tsx'
import styles from './wall-groups.module.css'

/** On the wall: how long each group still has. */
export function WallGroups() {
  return <GroupTimes className={styles.wall} />
}
