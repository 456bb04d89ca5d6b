import type { ReactNode } from 'react'
import styles from './banner.module.css'

/** A sentence about what those who lead ask, with its acts. */
export function Banner({ label, children, acts }: { label: string; children: ReactNode; acts?: ReactNode }) {
  return (
    <section className={styles.banner} aria-label={label} data-region="">
      <p className={styles.words}>{children}</p>
      {acts}
    </section>
  )
}
