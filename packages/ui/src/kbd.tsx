import type { ReactNode } from 'react'
import styles from './kbd.module.css'

export type KbdProps = { children: ReactNode }

/** One key of a shortcut. */
export function Kbd({ children }: KbdProps) {
  return <kbd className={styles.key}>{children}</kbd>
}
