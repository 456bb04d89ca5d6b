import { useSortable } from '@dnd-kit/sortable'
import { noteColor } from '@vispera/kinds'
import { classes, NameTag, type PersonColor, Swatch } from '@vispera/ui'
import { GripVertical } from 'lucide-react'
import { type MouseEvent, memo, useSyncExternalStore } from 'react'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi, useNote, useOthers } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import type { CardFact } from '../layouts/shared/card.ts'
import { FactIcon } from '../note/fact-icon.tsx'
import { NoteEditor } from '../note/note-editor.tsx'
import { noteFoot } from '../note/note-foot.ts'
import { NoteActions } from './note-actions.tsx'
import { NoteMenu } from './note-menu.tsx'
import styles from './outline-note.module.css'
import type { OutlineSection } from './sections/section.ts'
import { TableFields } from './table-fields.tsx'

interface OutlineNoteProps {
  readonly noteId: string
  readonly section: OutlineSection
  readonly chips: readonly CardFact[] | undefined
  /** Notes that say the same and stand behind this one. */
  readonly same: readonly string[] | undefined
}

/** One note as a line: its colour, its words, what it says beside them, and what can be done with it. */
export const OutlineNote = memo(function OutlineNote({ noteId, section, chips, same }: OutlineNoteProps) {
  const note = useNote(noteId)
  const words = useWords()
  const { kind, ui } = useBoardOnScreen()
  const actions = useActions()
  const isChosen = useBoardUi((state) => state.selection.has(noteId))
  const isAlone = useBoardUi((state) => state.selection.size === 1)
  const isEditing = useBoardUi((state) => state.editing === noteId)
  const canMove =
    actions.canWrite() && actions.isFree(noteId) && (section.isOrdered || section.drop !== undefined)
  const sortable = useSortable({ id: noteId, data: { section }, disabled: !canMove })
  if (!note) return null
  const { t } = words
  const foot = noteFoot(note, kind, words, {
    ...(chips ? { chips } : {}),
    same: same?.length ?? 0,
    without: section.columns ?? [],
  })
  const number = section.numbers?.[noteId]
  const sentence = section.sentences?.[noteId]

  function choose(event: MouseEvent) {
    // Marking words with the mouse is not choosing the note.
    if (event.detail > 0 && getSelection()?.isCollapsed === false) return
    if (event.shiftKey || event.metaKey || event.ctrlKey) ui.select([noteId], { toggle: true })
    else ui.select(isChosen && isAlone ? [] : [noteId])
    const line = event.currentTarget.closest('li')
    // Its buttons come up under the words: they should not end up behind the composer.
    requestAnimationFrame(() => line?.scrollIntoView({ block: 'nearest' }))
  }

  return (
    <li
      ref={sortable.setNodeRef}
      data-note-id={noteId}
      className={classes(
        styles.note,
        isChosen && styles.chosen,
        sortable.isDragging && styles.held,
        foot.strong && styles.strong,
      )}
      style={{ transform: moved(sortable.transform), transition: sortable.transition }}
    >
      <div className={styles.line}>
        {number !== undefined && <span className={styles.number}>{number}</span>}
        <Swatch color={noteColor(kind, note)} className={styles.swatch} />
        <div className={styles.said}>
          <Writers noteId={noteId} />
          {foot.badge && (
            <p className={styles.badge}>
              <FactIcon name={foot.badge.icon} />
              {foot.badge.text}
            </p>
          )}
          {isEditing ? (
            <NoteEditor noteId={noteId} className={styles.editor} />
          ) : (
            <button
              type="button"
              data-note-words=""
              aria-expanded={isChosen}
              className={styles.words}
              dir="auto"
              lang={note.lang}
              onClick={choose}
              onDoubleClick={() => actions.editNote(noteId)}
            >
              {note.text.trim() === '' ? (
                <span className={styles.nothing}>
                  {t('outline.note.empty', { kind: t(`noteKind.${note.kind}`) })}
                </span>
              ) : (
                note.text
              )}
            </button>
          )}
          <Foot noteId={noteId} facts={foot.foot} same={foot.same} />
          {sentence && <p className={styles.sentence}>{sentence}</p>}
          {section.columns && <TableFields note={note} columns={section.columns} />}
        </div>
        {canMove && (
          <button
            type="button"
            ref={sortable.setActivatorNodeRef}
            className={styles.grip}
            aria-label={t('outline.note.drag')}
            title={t('outline.note.drag')}
            {...sortable.listeners}
          >
            <GripVertical aria-hidden="true" />
          </button>
        )}
        <NoteMenu noteId={noteId} section={section} className={styles.menu} />
      </div>
      {isChosen && isAlone && !isEditing && <NoteActions note={note} />}
    </li>
  )
})

const moved = (by: { x: number; y: number } | null) =>
  by ? `translate3d(${Math.round(by.x)}px, ${Math.round(by.y)}px, 0)` : undefined

function Foot({ noteId, facts, same }: { noteId: string; facts: readonly CardFact[]; same: number }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const isWaiting = useSyncExternalStore(open.subscribe, () => open.isWaiting(noteId))
  const all: readonly CardFact[] = [
    ...facts,
    ...(same > 0 ? [{ icon: 'same', text: t('outline.note.same', { count: same }) }] : []),
    ...(isWaiting ? [{ icon: 'waiting', text: t('outline.state.waiting') }] : []),
  ]
  if (all.length === 0) return null
  return (
    <ul className={styles.foot}>
      {all.map((fact) => (
        <li key={`${fact.icon} ${fact.text}`} data-fact={fact.icon}>
          <FactIcon name={fact.icon} />
          <span dir="auto">{fact.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** "Lucía is writing" over a note that somebody else writes in or holds. */
function Writers({ noteId }: { noteId: string }) {
  const { t } = useWords()
  const others = useOthers()
  const busy = others.find(
    (other) => other.writing === noteId || other.held.some((held) => held.id === noteId),
  )
  if (!busy) return null
  const { name, color } = busy.person
  const act = busy.writing === noteId ? 'writing' : 'holding'
  return (
    <p className={styles.writer}>
      <NameTag color={((color % 7) + 1) as PersonColor}>
        {t(`outline.note.${act}`, { name: name === '' ? t('outline.note.somebody') : name })}
      </NameTag>
    </p>
  )
}
