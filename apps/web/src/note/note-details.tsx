import { lazy, Suspense, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { BoardQuestions } from '../actions/board-questions.tsx'
import { useBoardOnScreen, useBoardUi, useNote } from '../board-ui/board-context.ts'

const loadOpened = () => import('./opened-note.tsx')
const OpenedNote = lazy(loadOpened)

/** The opened note with all it says, beside the board or over it on a phone; and whatever is being asked. */
export function NoteDetails() {
  const opened = useBoardUi((ui) => ui.opened)
  useEffect(() => {
    // Fetched while nothing happens, so that it is there when the network is not.
    const fetchLater = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 2_000))
    fetchLater(() => void loadOpened())
  }, [])
  return (
    <>
      {createPortal(<BoardQuestions />, document.body)}
      {opened !== null && <Opened key={opened} noteId={opened} />}
    </>
  )
}

function Opened({ noteId }: { noteId: string }) {
  const { ui } = useBoardOnScreen()
  const note = useNote(noteId)
  const isGone = note === undefined
  useEffect(() => {
    if (isGone && ui.get().opened === noteId) ui.set({ opened: null })
  }, [isGone, noteId, ui])
  return note ? (
    <Suspense>
      <OpenedNote note={note} />
    </Suspense>
  ) : null
}
