import { maxFieldLength, maxNoteLength } from '@vispera/board'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { freshNotes } from '../actions/fresh-notes.ts'
import { linesIn } from '../actions/lines.ts'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { useSession } from '../session/session-context.ts'
import { noteText } from './bind-words.ts'
import { isTooLong, SharedArea } from './shared-area.tsx'

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
  /** Spoken name, where no label stands beside it. */
  readonly label?: string
  readonly placeholder?: string
  readonly rows?: number
  readonly className?: string
}

/** The words of a note, written together with whoever else is writing in it. */
export function NoteEditor({ noteId, field = 'text', mode = 'place', ...look }: NoteEditorProps) {
  const session = useSession()
  const { open } = useBoardOnScreen()
  const actions = useActions()
  const isNote = field === 'text'
  const text = useMemo(
    () => noteText(open.doc, noteId, field, session.history),
    [open, noteId, field, session],
  )
  const shared = {
    ...look,
    text,
    limit: isNote ? maxNoteLength : maxFieldLength,
    ...(isNote ? { gentle: gentleLength } : {}),
    isClosed: !session.canWrite() || actions.isLocked(noteId),
    // Others see who is writing in which note, for as long as the caret is in it.
    onFocus: () => open.setPresence({ writing: noteId }),
  }
  const leave = () => open.setPresence({ writing: null })
  useEffect(() => () => open.setPresence({ writing: null }), [open])

  if (mode === 'place') return <PlacedEditor noteId={noteId} shared={shared} onLeave={leave} />
  return (
    <SharedArea
      {...shared}
      look="framed"
      onBlur={leave}
      onPaste={(event) => {
        if (!isNote || !isTooLong(event, maxNoteLength)) return
        event.preventDefault()
        const kind = open.store.note(noteId)?.kind
        actions.addLongText(event.clipboardData.getData('text/plain'), kind === undefined ? {} : { kind })
      }}
    />
  )
}

type Shared = Omit<Parameters<typeof SharedArea>[0], 'look'>

/** In the card itself: takes the caret, and is over as soon as somebody goes elsewhere. */
function PlacedEditor({ noteId, shared, onLeave }: { noteId: string; shared: Shared; onLeave: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { open, ui } = useBoardOnScreen()
  const actions = useActions()
  const { t, dir } = useWords()
  const latest = useRef(actions)
  latest.current = actions

  useEffect(() => {
    area.current?.focus({ preventScroll: true })
    open.setPresence({ writing: noteId })
    return () => {
      if (ui.get().editing !== noteId) latest.current.removeIfEmpty(noteId)
    }
  }, [noteId, open, ui])

  function finish(next?: () => unknown) {
    ui.set({ editing: null })
    actions.removeIfEmpty(noteId)
    next?.()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const isMod = event.ctrlKey || event.metaKey
    const isEmpty = event.currentTarget.value.trim() === ''
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
    const pasted = event.clipboardData.getData('text/plain')
    const isFresh = freshNotes(ui).has(noteId)
    const isList = isFresh && event.currentTarget.value.trim() === '' && linesIn(pasted).length > 1
    const tooLong = isTooLong(event, maxNoteLength)
    if (!isList && !tooLong) return
    event.preventDefault()
    const note = open.store.note(noteId)
    const wish = {
      ...(note ? { kind: note.kind } : {}),
      ...(isFresh && note?.place ? { place: note.place } : {}),
    }
    // A list pasted into a note that has only just begun becomes notes in its place.
    if (isList) finish(() => actions.addNotesFromLines(pasted, wish))
    else actions.addLongText(pasted, wish)
  }

  const kind = open.store.note(noteId)?.kind
  return (
    <SharedArea
      {...shared}
      ref={area}
      look="bare"
      label={shared.label ?? t('outline.editor.words')}
      placeholder={shared.placeholder ?? (kind === undefined ? undefined : t(`ask.${kind}`))}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => {
        onLeave()
        // Another window or a question in front is not leaving.
        if (document.hasFocus() && !document.querySelector('dialog[open]') && ui.get().editing === noteId)
          finish()
      }}
    />
  )
}
