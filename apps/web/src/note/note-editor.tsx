import { maxFieldLength, maxNoteLength } from '@vispera/board'
import { classes } from '@vispera/ui'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { freshNotes } from '../actions/adding.ts'
import { linesIn } from '../actions/lines.ts'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { useSession } from '../session/session-context.ts'
import { bindWords, noteText } from './bind-words.ts'
import { growWithWords } from './grow-with-words.ts'
import styles from './note-editor.module.css'

/** Above this a note reads slowly; nothing is refused before the hard limit. */
const gentleLength = 140

export interface NoteEditorProps {
  readonly noteId: string
  /** A text field of the note's kind; left out, the note's own words. */
  readonly field?: string
  /**
   * `place`: in the note's card, with the keys of quick writing (Tab, Mod+Enter, Esc), focused at once and
   * finished on leaving. `form`: one field of a form.
   */
  readonly mode?: 'place' | 'form'
  readonly id?: string
  /** Spoken name; the field's label in a form names it already. */
  readonly label?: string
  readonly placeholder?: string
  readonly rows?: number
  readonly className?: string
}

/** The words of a note, written together with whoever else is writing in it. */
export function NoteEditor({ noteId, field = 'text', mode = 'place', ...look }: NoteEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const session = useSession()
  const { open, ui } = useBoardOnScreen()
  const actions = useActions()
  const { t, dir } = useWords()
  const [length, setLength] = useState(0)
  const hintId = useId()
  const isNote = field === 'text'
  const limit = isNote ? maxNoteLength : maxFieldLength
  const isClosed = !session.canWrite() || actions.isLocked(noteId)

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const grow = growWithWords(element)
    return bindWords(element, noteText(open.doc, noteId, field, session.history), (value) => {
      setLength(value.length)
      grow()
    })
  }, [open, session, noteId, field])

  useEffect(() => {
    if (mode === 'place') area.current?.focus({ preventScroll: true })
  }, [mode])
  useWritingPresence(area, noteId)

  const finished = useRef(actions)
  finished.current = actions
  useEffect(() => {
    if (mode === 'place') return () => finished.current.removeIfEmpty(noteId)
  }, [mode, noteId])

  function finish(next?: () => unknown) {
    ui.set({ editing: null })
    actions.removeIfEmpty(noteId)
    next?.()
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys belong to the words; the board behind must not act on them.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const isMod = event.ctrlKey || event.metaKey
    const step = isMod ? historyKey(event) : null
    if (step) {
      // The browser's own undo knows nothing of what others wrote in between.
      event.preventDefault()
      actions[step]()
      return
    }
    if (mode === 'form') return
    const isEmpty = area.current?.value.trim() === ''
    if (event.key === 'Escape') {
      event.preventDefault()
      finish()
    } else if (event.key === 'Tab' && !event.shiftKey && !isMod && !isEmpty) {
      event.preventDefault()
      finish(() => actions.addSibling(noteId, 'across', dir))
    } else if (event.key === 'Enter' && isMod) {
      event.preventDefault()
      finish(() => (isEmpty ? null : actions.addSibling(noteId, 'below', dir)))
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const element = event.currentTarget
    const pasted = event.clipboardData.getData('text/plain')
    const room = limit - element.value.length + (element.selectionEnd - element.selectionStart)
    const isList = mode === 'place' && isNote && element.value.trim() === '' && linesIn(pasted).length > 1
    const isFresh = freshNotes(ui).has(noteId)
    if (!isList && pasted.length <= room) return
    event.preventDefault()
    const note = open.store.note(noteId)
    const wish = { kind: note?.kind, ...(note?.place && isFresh ? { place: note.place } : {}) }
    // A list pasted into a note that has only just begun becomes notes in its place.
    if (isList && isFresh) finish(() => actions.addNotesFromLines(pasted, wish))
    else if (isNote) actions.addLongText(pasted, wish)
    else actions.refuseLength(pasted.length, limit)
  }

  const hint = hintFor(length, limit, isNote)
  return (
    <div className={classes(styles.editor, styles[mode], look.className)}>
      <textarea
        ref={area}
        id={look.id}
        dir="auto"
        rows={look.rows ?? 1}
        maxLength={limit}
        readOnly={isClosed}
        aria-label={look.label}
        aria-describedby={hint ? hintId : undefined}
        placeholder={look.placeholder}
        className={styles.words}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onPointerDown={(event) => event.stopPropagation()}
        onBlur={() => {
          // Another window or a question in front is not leaving.
          if (mode === 'place' && document.hasFocus() && ui.get().editing === noteId) finish()
        }}
      />
      {hint && (
        <p id={hintId} className={styles.hint} role={hint === 'full' ? 'alert' : undefined}>
          {t(`outline.editor.${hint}`, { length, most: limit })}
        </p>
      )}
    </div>
  )
}

function historyKey({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : null
}

function hintFor(length: number, limit: number, isNote: boolean): 'long' | 'full' | null {
  if (length >= limit) return 'full'
  return isNote && length > gentleLength ? 'long' : null
}

/** Others see who is writing in which note, for as long as the caret is in it. */
function useWritingPresence(area: { readonly current: HTMLTextAreaElement | null }, noteId: string) {
  const { open } = useBoardOnScreen()
  useEffect(() => {
    const element = area.current
    if (!element) return
    const begin = () => open.setPresence({ writing: noteId })
    const end = () => open.setPresence({ writing: null })
    if (document.activeElement === element) begin()
    element.addEventListener('focus', begin)
    element.addEventListener('blur', end)
    return () => {
      element.removeEventListener('focus', begin)
      element.removeEventListener('blur', end)
      end()
    }
  }, [area, open, noteId])
}
