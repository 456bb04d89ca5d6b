import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { BoardQuestions } from '../actions/board-questions.tsx'
import { useBoardOnScreen, useBoardUi, useNote } from '../board-ui/board-context.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { BoardPictures } from '../pictures/board-pictures.tsx'

const openedNote = later(() => import('./opened-note.tsx').then(({ OpenedNote }) => OpenedNote))

/** The opened note with all it says, beside the board or over it on a phone; and whatever is being asked. */
export function NoteDetails() {
  const opened = useBoardUi((ui) => ui.opened)
  return (
    <>
      {createPortal(<BoardQuestions />, document.body)}
      {createPortal(<BoardPictures />, document.body)}
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
  return note ? <Part of={openedNote} with={{ note }} /> : null
}
