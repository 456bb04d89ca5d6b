import type { Note } from '@vispera/board'
import { isBlank, maxNoteLength } from '@vispera/board'
import { noteColor } from '@vispera/kinds'
import { IconButton, NoteCard, useToast } from '@vispera/ui'
import { Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../../actions/announcer.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { noteText } from '../../note/bind-words.ts'
import { SharedArea } from '../../note/shared-area.tsx'
import { NotePicture } from '../../pictures/note-picture.tsx'
import { cardWords, pictureWords } from '../../pictures/picture-words.ts'
import type { MyDraft } from '../../session/my-draft.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './draft-cards.module.css'
import { removeDraft } from './drafts.ts'

/** My own drafts: thin stripes, "only you". Each can be written again or taken away. */
export function DraftCards({ draft, notes }: { draft: MyDraft; notes: readonly Note[] }) {
  const { t } = useWords()
  const toast = useToast()
  const [editing, setEditing] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  if (notes.length === 0) return null

  function remove(note: Note) {
    const restore = removeDraft(draft.doc, note)
    announce(t('voices.write.removed'))
    toast({
      message: t('voices.write.removed'),
      action: { label: t('voices.undo'), onAction: restore },
    })
    const next = list.current?.querySelector<HTMLElement>(`li:not([data-draft-id="${note.id}"]) button`)
    ;(next ?? document.getElementById('composer-words'))?.focus()
  }

  function finish(note: Note) {
    setEditing(null)
    // A draft that says and shows nothing is none.
    if (isBlank(note)) remove(note)
  }

  return (
    <ul ref={list} className={styles.cards} aria-label={t('voices.write.mine', { count: notes.length })}>
      {notes.map((note) => (
        <DraftCard
          key={note.id}
          draft={draft}
          note={note}
          isEditing={editing === note.id}
          onEdit={() => setEditing(note.id)}
          onDone={() => finish(note)}
          onRemove={() => remove(note)}
        />
      ))}
    </ul>
  )
}

interface DraftCardProps {
  readonly draft: MyDraft
  readonly note: Note
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onDone: () => void
  readonly onRemove: () => void
}

function DraftCard({ draft, note, isEditing, onEdit, onDone, onRemove }: DraftCardProps) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const fields = kind.noteKinds.find((one) => one.id === note.kind)?.fields ?? []
  const badge = fields.find((field) => field.card === 'badge' && field.type.type === 'enum')
  const value = badge ? note.fields[badge.id] : undefined
  const isFirstKind = kind.noteKinds[0]?.id === note.kind
  return (
    <NoteCard
      as="li"
      data-draft-id={note.id}
      className={styles.card}
      color={noteColor(kind, note)}
      text={cardWords(note)}
      picture={note.media && <NotePicture note={note} />}
      state="draft"
      stateLabel={t('voices.write.onlyYou')}
      kindLabel={
        badge && typeof value === 'string'
          ? t(`option.${note.kind}.${badge.id}.${value}`)
          : isFirstKind
            ? undefined
            : t(`noteKind.${note.kind}`)
      }
      foot={
        <span className={styles.acts}>
          <IconButton
            size="small"
            label={t('voices.write.remove', { words: cardWords(note) })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </span>
      }
    >
      {isEditing ? (
        <DraftEditor draft={draft} id={note.id} onDone={onDone} />
      ) : (
        // A button's words do not flow round the mark at the end of the first line.
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div
          role="button"
          tabIndex={0}
          className={styles.words}
          dir="auto"
          onClick={onEdit}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            onEdit()
          }}
        >
          <span className="visually-hidden">{t('voices.write.edit')} </span>
          {cardWords(note).trim() === '' ? pictureWords(note, { t }) : cardWords(note)}
        </div>
      )}
    </NoteCard>
  )
}

function DraftEditor({ draft, id, onDone }: { draft: MyDraft; id: string; onDone: () => void }) {
  const { t } = useWords()
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  const text = useMemo(() => noteText(draft.doc, id, 'text', session.history), [draft, id, session])
  useEffect(() => area.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone) return
    event.preventDefault()
    onDone()
    document.getElementById('composer-words')?.focus()
  }
  return (
    <SharedArea
      ref={area}
      text={text}
      limit={maxNoteLength}
      look="bare"
      isClosed={false}
      label={t('voices.write.words')}
      onKeyDown={onKeyDown}
      onBlur={onDone}
    />
  )
}
