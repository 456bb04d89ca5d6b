import { type ReactNode, useId } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './fields.module.css'

interface ChoiceFieldProps {
  readonly label: string
  /** Words under the answers. */
  readonly note?: ReactNode
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly value: string | null
  readonly isClosed: boolean
  readonly onChange: (value: string | null) => void
}

/** Up to this many answers stand side by side; more fold into a list. */
const mostInSight = 5

/** One answer of a few, or none. */
export function ChoiceField(props: ChoiceFieldProps) {
  return props.options.length <= mostInSight ? <Radios {...props} /> : <Select {...props} />
}

function Radios({ label, note, options, value, isClosed, onChange }: ChoiceFieldProps) {
  const { t } = useWords()
  const name = useId()
  const answers = [...options, { id: '', label: t('outline.field.notSaid') }]
  return (
    <fieldset className={styles.group} disabled={isClosed}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.answers}>
        {answers.map((option) => (
          <label key={option.id} className={option.id === '' ? styles.none : styles.answer}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={(value ?? '') === option.id}
              onChange={() => onChange(option.id === '' ? null : option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {note}
    </fieldset>
  )
}

function Select({ label, note, options, value, isClosed, onChange }: ChoiceFieldProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value ?? ''}
        disabled={isClosed}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('outline.field.notSaid')}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      {note}
    </div>
  )
}
