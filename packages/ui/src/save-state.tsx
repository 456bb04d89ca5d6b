import { Check, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './save-state.module.css'

const icons = {
  saved: Check,
  saving: CloudUpload,
  waiting: CloudOff,
  offline: CloudOff,
  failed: TriangleAlert,
} as const

export type SaveStateProps = {
  state: keyof typeof icons
  /** "Saved", "2 notes waiting to send", "Offline: keep writing", "Not saved: the disk is full". */
  children: ReactNode
  className?: string | undefined
}

/** Whether the words are safe, as an icon and words, never as colour alone. */
export function SaveState({ state, children, className }: SaveStateProps) {
  const Icon = icons[state]
  return (
    <span className={classes(styles.state, styles[state], className)}>
      <Icon aria-hidden="true" />
      {children}
    </span>
  )
}
