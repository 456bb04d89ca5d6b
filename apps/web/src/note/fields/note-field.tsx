import { isTextField, type Note, tallySchema } from '@vispera/board'
import type { Field } from '@vispera/kinds'
import { EyeOff } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NoteEditor } from '../note-editor.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import styles from './fields.module.css'

/** One field of a note's kind, by what it holds. */
export function NoteField({ note, field }: { note: Note; field: Field }) {
  const { t, number } = useWords()
  const actions = useActions()
  const id = useId()
  const label = t(`field.${note.kind}.${field.id}`)
  const value = note.fields[field.id]
  const isClosed = !actions.canWrite() || actions.isLocked(note.id)
  const set = (next: unknown) => actions.setField(note.id, field.id, next)
  const { type } = field

  if (isTextField(type)) {
    const isTall = type.type === 'lines' || (type.type === 'text' && type.long === true)
    return (
      <Labelled
        id={id}
        label={label}
        field={field}
        hint={type.type === 'lines' ? t('outline.field.lines') : null}
      >
        <NoteEditor noteId={note.id} field={field.id} mode="form" id={id} rows={isTall ? 2 : 1} />
      </Labelled>
    )
  }
  switch (type.type) {
    case 'enum':
      return (
        <ChoiceField
          label={label}
          note={<Kept field={field} />}
          options={type.options.map((option) => ({
            id: option,
            label: t(`option.${note.kind}.${field.id}.${option}`),
          }))}
          value={typeof value === 'string' && type.options.includes(value) ? value : null}
          isClosed={isClosed}
          onChange={set}
        />
      )
    case 'bool':
      return (
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={value === true}
            disabled={isClosed}
            onChange={(event) => set(event.target.checked ? true : null)}
          />
          <span>{label}</span>
        </label>
      )
    case 'int':
      return (
        <Labelled id={id} label={label} field={field}>
          <input
            id={id}
            type="number"
            className={styles.input}
            min={type.min ?? 0}
            max={type.max}
            value={typeof value === 'number' ? value : ''}
            disabled={isClosed}
            onChange={(event) => set(wholeIn(event.target.value, type.min ?? 0, type.max ?? 1_000_000))}
          />
        </Labelled>
      )
    case 'fuzzyDate':
      return (
        <Labelled id={id} label={label} field={field}>
          <DateField
            key={JSON.stringify(value ?? null)}
            id={id}
            value={value}
            isClosed={isClosed}
            onChange={set}
          />
        </Labelled>
      )
    case 'tally': {
      const tally = tallySchema.safeParse(value)
      if (!tally.success || Object.keys(tally.data).length === 0) return null
      return (
        <Labelled label={label} field={field}>
          <p>
            {Object.entries(tally.data)
              .map(([level, count]) => `${level} ${number(count)}`)
              .join(' · ')}
          </p>
        </Labelled>
      )
    }
    default:
      return null
  }
}

function wholeIn(typed: string, min: number, max: number): number | null {
  const value = Number(typed)
  return typed === '' || !Number.isInteger(value) ? null : Math.min(max, Math.max(min, value))
}

function Labelled({
  id,
  label,
  field,
  hint = null,
  children,
}: {
  id?: string
  label: string
  field: Field
  hint?: string | null
  children: ReactNode
}) {
  const Label = id === undefined ? 'p' : 'label'
  return (
    <div>
      <Label {...(id === undefined ? {} : { htmlFor: id })} className={styles.label}>
        {label}
        {hint && <span className={styles.aside}> {hint}</span>}
      </Label>
      {children}
      <Kept field={field} />
    </div>
  )
}

/** Sensitive fields say where they do not go. */
function Kept({ field }: { field: Field }) {
  const { t } = useWords()
  if (!field.sensitive) return null
  return (
    <p className={styles.kept}>
      <EyeOff aria-hidden="true" />
      {t('outline.state.sensitive')}
    </p>
  )
}
