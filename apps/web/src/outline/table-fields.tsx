import type { Note } from '@vispera/board'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { factOf } from '../layouts/shared/card.ts'
import styles from './table-fields.module.css'

/** A row of a table as a card: every column with its name, empty ones too. */
export function TableFields({ note, columns }: { note: Note; columns: readonly string[] }) {
  const words = useWords()
  const { kind } = useBoardOnScreen()
  const fields = kind.noteKinds.find((one) => one.id === note.kind)?.fields ?? []
  const known = columns.flatMap((id) => fields.find((field) => field.id === id) ?? [])
  // A table keeps its empty columns in sight; a card says what there is to say.
  const isTable = kind.layout.engine === 'table'
  const shown = known.filter((field) => isTable || factOf(note, field, words))
  if (shown.length === 0) return null
  return (
    <dl className={styles.fields}>
      {shown.map((field) => (
        <div key={field.id}>
          <dt>{words.t(`field.${note.kind}.${field.id}`)}</dt>
          <dd dir="auto">{factOf(note, field, words)?.text ?? words.t('outline.table.empty')}</dd>
        </div>
      ))}
    </dl>
  )
}
