import { noteColor } from '@vispera/kinds'
import { classes, Swatch } from '@vispera/ui'
import { type MouseEvent, memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi, useNote } from '../board-ui/board-context.ts'
import { useNoteExtra } from '../board-ui/note-extras.ts'
import { useWords } from '../i18n/use-words.ts'
import type { CardFact } from '../layouts/shared/card.ts'
import { Editor } from '../note/editor.tsx'
import { FactIcon } from '../note/fact-icon.tsx'
import { noteFoot } from '../note/note-foot.ts'
import { NotePicture } from '../pictures/note-picture.tsx'
import { cardWords, pictureWords } from '../pictures/picture-words.ts'
import { NoteActions } from './note-actions.tsx'
import { NoteFootLine, Writers } from './note-foot-line.tsx'
import { NoteMenu } from './note-menu.tsx'
import styles from './outline-note.module.css'
import type { OutlineSection } from './sections/section.ts'
import { useSorting } from './sorting.tsx'
import { TableFields } from './table-fields.tsx'

/** All of it stays the same while other notes change, so that one change draws one line. */
export interface OutlineNoteProps {
  readonly noteId: string
  /** Before the words: its number in a plan. */
  readonly number: string | undefined
  /** Under the words: why it can come now. */
  readonly sentence: string | undefined
  /** Fields to show with their names. */
  readonly columns: readonly string[] | undefined
  readonly isMovable: boolean
  readonly chips: readonly CardFact[] | undefined
  /** How many notes say the same and stand behind this one. */
  readonly same: number
  /** Where it stands now. */
  readonly sectionOf: (noteId: string) => OutlineSection | undefined
}

/** One note as a line: its colour, its words, what it says beside them, and what can be done with it. */
export const OutlineNote = memo(function OutlineNote(props: OutlineNoteProps) {
  const { noteId, number, sentence, columns, isMovable, chips, same, sectionOf } = props
  const note = useNote(noteId)
  const words = useWords()
  const { kind, ui } = useBoardOnScreen()
  const actions = useActions()
  const isChosen = useBoardUi((state) => state.selection.has(noteId))
  const isAlone = useBoardUi((state) => state.selection.has(noteId) && state.selection.size === 1)
  const isEditing = useBoardUi((state) => state.editing === noteId)
  const canMove = isMovable && actions.canWrite() && actions.isFree(noteId)
  const { Row } = useSorting()
  const LineAct = useNoteExtra((extras) => extras.LineAct)
  const line = useRef<HTMLButtonElement>(null)
  const row = useRef<HTMLLIElement>(null)
  useFocusAfterEditing(line, isEditing)
  useInSight(row, isAlone || isEditing)
  if (!note) return null
  const { t } = words
  const foot = noteFoot(note, kind, words, { ...(chips ? { chips } : {}), same, without: columns ?? [] })

  function choose(event: MouseEvent) {
    // Marking words with the mouse is not choosing the note.
    if (event.detail > 0 && getSelection()?.isCollapsed === false) return
    if (event.shiftKey || event.metaKey || event.ctrlKey) ui.select([noteId], { toggle: true })
    else ui.select(isAlone ? [] : [noteId])
  }

  return (
    <Row
      ref={row}
      noteId={noteId}
      canMove={canMove}
      className={classes(styles.note, isChosen && styles.chosen, foot.strong && styles.strong)}
      heldClass={styles.held}
    >
      {(grip) => (
        <>
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
              {note.media && (
                <div className={styles.picture}>
                  <NotePicture note={note} />
                </div>
              )}
              {isEditing ? (
                <Editor noteId={noteId} className={styles.editor} />
              ) : (
                <button
                  ref={line}
                  type="button"
                  data-note-words=""
                  aria-expanded={isAlone}
                  className={styles.words}
                  dir="auto"
                  lang={note.lang}
                  onClick={choose}
                  onDoubleClick={() => actions.editNote(noteId)}
                >
                  {cardWords(note).trim() === '' ? (
                    <span className={styles.nothing}>
                      {pictureWords(note, words) ||
                        t('outline.note.empty', { kind: t(`noteKind.${note.kind}`) })}
                    </span>
                  ) : (
                    cardWords(note)
                  )}
                </button>
              )}
              <NoteFootLine noteId={noteId} foot={foot} />
              {sentence && <p className={styles.sentence}>{sentence}</p>}
              {columns && <TableFields note={note} columns={columns} />}
            </div>
            {LineAct && <LineAct noteId={noteId} />}
            {grip}
            <NoteMenu noteId={noteId} sectionOf={sectionOf} className={styles.menu} />
          </div>
          {isAlone && !isEditing && <NoteActions note={note} />}
        </>
      )}
    </Row>
  )
})

/** A line that opens up (its buttons, its editor) does not end up behind the composer. */
function useInSight(row: RefObject<HTMLElement | null>, isOpen: boolean) {
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [row, isOpen])
}

/** When writing is over, the focus stays with the note, unless it went elsewhere by itself. */
function useFocusAfterEditing(line: RefObject<HTMLElement | null>, isEditing: boolean) {
  const wasEditing = useRef(false)
  useLayoutEffect(() => {
    if (wasEditing.current && !isEditing && document.activeElement === document.body)
      line.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [line, isEditing])
}
