import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './segmented-control.module.css'

export type Segment<Value extends string> = { value: Value; label: ReactNode; disabled?: boolean }
export type SegmentedControlProps<Value extends string> = {
  /** What is being chosen; spoken, not shown. */
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** joined: one ink frame, in forms. tray: loose segments on paper, for tools on the wall. */
  variant?: 'joined' | 'tray' | undefined
  stacked?: boolean
  className?: string | undefined
}

/** One choice of a few, all in sight. Native radios underneath, so arrow keys and readers know what to do. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, variant = 'joined', stacked = false, className } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes(styles.group, styles[variant], stacked && styles.stacked, className)}
    >
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  )
}
