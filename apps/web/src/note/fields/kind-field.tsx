import type { Note } from '@vispera/board'
import { useId } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { writableKinds } from '../../actions/writable-kinds.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './fields.module.css'

/** What the note is. Its words stay; fields of the other kind are kept and shown again when it changes back. */
export function KindField({ note }: { note: Note }) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const actions = useActions()
  const id = useId()
  const kinds = writableKinds(kind)
  if (!kinds.some((one) => one.id === note.kind) || kinds.length < 2) return null
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {t('outline.pick.kind')}
      </label>
      <select
        id={id}
        className={styles.input}
        value={note.kind}
        disabled={!actions.canWrite()}
        onChange={(event) => actions.setKind(note.id, event.target.value)}
      >
        {kinds.map((one) => (
          <option key={one.id} value={one.id}>
            {t(`noteKind.${one.id}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
