import type { Note } from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { Button, Panel } from '@vispera/ui'
import { FolderInput, Send, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { pick } from '../actions/pick.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { useWords } from '../i18n/use-words.ts'
import { Part } from '../later/part.tsx'
import { peopleParts } from '../people/people-parts.ts'
import { PictureButtons } from '../pictures/picture-buttons.tsx'
import { pictureParts } from '../pictures/picture-parts.ts'
import { ColorField } from './fields/color-field.tsx'
import { KindField } from './fields/kind-field.tsx'
import { NoteField } from './fields/note-field.tsx'
import { NoteToggles } from './fields/note-toggles.tsx'
import { NoteChips } from './note-chips.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteLinks } from './note-links.tsx'
import styles from './opened-note.module.css'
import { SameNotes } from './same-notes.tsx'

/** Everything a note says, to read and to change. For the fixed cards of a board it is where their scene is set. */
export function OpenedNote({ note }: { note: Note }) {
  const { t } = useWords()
  const { kind } = useActionContext()
  const actions = useActions()
  const wordsId = useId()
  const noteKind = kind.noteKinds.find((one) => one.id === note.kind)
  const isFixed = isFixedNote(kind, note.id)
  return (
    <Panel
      title={t(`noteKind.${note.kind}`)}
      closeLabel={t('outline.details.close')}
      onClose={() => actions.openNote(null)}
      className={styles.panel}
      footer={<Acts note={note} />}
    >
      <div className={styles.fields} data-opened-note={note.id}>
        {actions.isLocked(note.id) && <p className={styles.settled}>{t('outline.refused.locked')}</p>}
        <div>
          <label htmlFor={wordsId} className={styles.label}>
            {t(isFixed ? `ask.${note.kind}` : 'outline.details.words')}
          </label>
          <NoteEditor
            noteId={note.id}
            mode="form"
            id={wordsId}
            rows={3}
            placeholder={t(`ask.${note.kind}`)}
          />
        </div>
        <Part of={peopleParts.translations} with={{ note }} />
        {note.media ? (
          <Part of={pictureParts.field} with={{ note }} />
        ) : (
          !isFixed && <PictureButtons wish={{ noteId: note.id }} />
        )}
        {noteKind?.fields.map((field) => (
          <NoteField key={field.id} note={note} field={field} />
        ))}
        <NoteLinks note={note} />
        <NoteChips note={note} />
        <SameNotes note={note} />
        {!isFixed && <KindField note={note} />}
        <ColorField note={note} />
        <NoteToggles note={note} />
      </div>
    </Panel>
  )
}

function Acts({ note }: { note: Note }) {
  const { t } = useWords()
  const context = useActionContext()
  const actions = useActions()
  const { kind } = context
  if (!actions.canWrite()) return null
  const sends = kind.sends.filter((send) => send.from.includes(note.kind))
  const isFree = actions.isFree(note.id)
  return (
    <>
      {isFree && (
        <Button onClick={() => pick(context, ({ pickMove }) => pickMove(context, actions, [note.id]))}>
          <FolderInput aria-hidden="true" />
          {t('outline.menu.move')}
        </Button>
      )}
      {sends.map((send) => (
        <Button key={send.id} onClick={() => actions.send(send.id, note.id)}>
          <Send aria-hidden="true" className="mirrors" />
          {t(`${kind.id}.send.${send.id}`)}
        </Button>
      ))}
      {isFree && (
        <Button onClick={() => actions.remove([note.id])}>
          <Trash2 aria-hidden="true" />
          {t('outline.menu.delete')}
        </Button>
      )}
    </>
  )
}
