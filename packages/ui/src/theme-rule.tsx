import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './theme-rule.module.css'

export type ThemeRuleProps = {
  children: ReactNode
  /** What stands at the end of the line: "7 notes". */
  count?: ReactNode
  as?: 'h1' | 'h2' | 'h3' | 'h4'
  size?: 'zone' | 'theme' | 'page'
  id?: string | undefined
  className?: string | undefined
}

/** A heading on a thick and a thin rule, its count at the end. Regions are made by this, never by boxes. */
export function ThemeRule({
  children,
  count,
  as: Heading = 'h2',
  size = 'theme',
  id,
  className,
}: ThemeRuleProps) {
  return (
    <div className={classes(styles.rule, styles[size], className)}>
      <Heading id={id} dir="auto">
        {children}
      </Heading>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </div>
  )
}
