import { useId } from 'react'
import styles from './dialogs.module.css'

interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly isClosed?: boolean
  readonly onChange: (value: Value) => void
}

/** The device's own choice of one from many. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  isClosed,
  onChange,
}: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isClosed}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
