import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { type PersonColor, personInk } from './colors.ts'
import styles from './name-tag.module.css'

export type NameTagProps = { color: PersonColor; children: ReactNode; className?: string | undefined }

/** A person's name in their ink: on cursors, held notes and words being written. */
export function NameTag({ color, children, className }: NameTagProps) {
  return (
    <span className={classes(styles.tag, className)} style={{ backgroundColor: personInk(color) }} dir="auto">
      {children}
    </span>
  )
}
