import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './text-field.module.css'

type Shared = {
  label: ReactNode
  /** A word after the label, such as "Optional". */
  aside?: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; its presence marks the field as invalid. */
  error?: ReactNode
  size?: 'medium' | 'large' | undefined
}
export type TextFieldProps = Shared &
  (
    | ({ multiline?: false } & Omit<ComponentProps<'input'>, 'size'>)
    | ({ multiline: true } & ComponentProps<'textarea'>)
  )

/** A labelled field for words in any script. Hints and errors are tied to it for screen readers. */
export function TextField({
  label,
  aside,
  hint,
  error,
  size = 'medium',
  className,
  id,
  ...field
}: TextFieldProps) {
  const made = useId()
  const fieldId = id ?? made
  const says = [hint && `${fieldId}-hint`, error && `${fieldId}-error`].filter(Boolean).join(' ')
  const shared = {
    id: fieldId,
    dir: 'auto',
    className: classes(styles.field, styles[size]),
    'aria-describedby': says || undefined,
    'aria-invalid': error ? true : undefined,
  } as const
  return (
    <div className={className}>
      <label htmlFor={fieldId} className={styles.label}>
        {label} {aside && <span className={styles.aside}>{aside}</span>}
      </label>
      {drawField(field, shared)}
      {hint && (
        <p id={`${fieldId}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${fieldId}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

type Field =
  | ({ multiline?: false } & Omit<ComponentProps<'input'>, 'size'>)
  | ({ multiline: true } & ComponentProps<'textarea'>)

function drawField(field: Field, shared: { id: string; dir: string; className: string }) {
  if (field.multiline) {
    const { multiline: _, ...rest } = field
    return <textarea rows={3} {...rest} {...shared} />
  }
  const { multiline: _, ...rest } = field
  return <input type="text" {...rest} {...shared} />
}
