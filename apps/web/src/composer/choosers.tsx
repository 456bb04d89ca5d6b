import type { ColorName } from '@vispera/board'
import type { Field, NoteKind } from '@vispera/kinds'
import { type MenuSection, Swatch } from '@vispera/ui'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Menu } from '../later/menu.tsx'
import styles from './choosers.module.css'
import type { PlaceChoice } from './draft.ts'

/** What the new note is. */
export function ChooseKind({
  kinds,
  chosen,
  color,
  onChoose,
}: {
  kinds: readonly NoteKind[]
  chosen: NoteKind
  color: ColorName
  onChoose: (id: string) => void
}) {
  const { t } = useWords()
  const name = t(`noteKind.${chosen.id}`)
  return (
    <Menu
      variant="quiet"
      label={t('outline.composer.kind', { kind: name })}
      className={styles.chooser}
      sections={[
        {
          id: 'kinds',
          entries: kinds.map((one) => ({
            id: one.id,
            label: t(`noteKind.${one.id}`),
            icon: <Swatch color={one.color} />,
            checked: one.id === chosen.id,
            onSelect: () => onChoose(one.id),
          })),
        },
      ]}
    >
      <Swatch color={color} className={styles.swatch} />
      <span className={styles.kind}>{name}</span>
      <ChevronDown aria-hidden="true" className={styles.arrow} />
    </Menu>
  )
}

/** Where it goes: a cell, a thread or a zone. */
export function ChoosePlace({
  places,
  chosen,
  onChoose,
}: {
  places: readonly PlaceChoice[]
  chosen: PlaceChoice
  onChoose: (id: string) => void
}) {
  const { t } = useWords()
  const groups = [...new Set(places.map((one) => one.group))]
  const sections: MenuSection[] = groups.map((group) => ({
    id: group ?? 'first',
    ...(group === undefined ? {} : { label: group }),
    entries: places
      .filter((one) => one.group === group)
      .map((one) => ({
        id: one.id,
        label: one.label,
        checked: one.id === chosen.id,
        onSelect: () => onChoose(one.id),
      })),
  }))
  return (
    <Menu
      variant="quiet"
      label={t('outline.composer.place', { place: chosen.short })}
      className={styles.place}
      sections={sections}
    >
      <span className={styles.where}>{chosen.short}</span>
      <ChevronDown aria-hidden="true" className={styles.arrow} />
    </Menu>
  )
}

/** One short choice about the note, all answers in sight; pressing the chosen one takes it back. */
export function QuickField({
  noteKind,
  field,
  value,
  onChange,
}: {
  noteKind: string
  field: Field
  value: string | null
  onChange: (value: string | null) => void
}) {
  const { t } = useWords()
  const labelId = useId()
  if (field.type.type !== 'enum') return null
  return (
    <fieldset className={styles.quick} aria-labelledby={labelId}>
      <legend id={labelId} className="visually-hidden">
        {t(`field.${noteKind}.${field.id}`)}
      </legend>
      {field.type.options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          className={styles.option}
          // The caret stays in the words.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChange(option === value ? null : option)}
        >
          {t(`option.${noteKind}.${field.id}.${option}`)}
        </button>
      ))}
    </fieldset>
  )
}
