import { useEffect, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useSession } from '../../session/session-context.ts'

/** The words of my own note; those of one that was set aside are only with the server. Null while on their way. */
export function useOwnWords(board: string, noteId: string, key: string | undefined): string | null {
  const session = useSession()
  const { open } = useBoardOnScreen()
  const note = open.store.note(noteId)
  const isSetAside = note?.state === 'hidden-for-care'
  const [words, setWords] = useState<string | null>(isSetAside ? null : (note?.text ?? null))
  useEffect(() => {
    if (!isSetAside || key === undefined) return
    let isWanted = true
    session.command('own-note', { board, note: noteId, key, do: 'read' }).then(
      ({ text }) => isWanted && setWords(typeof text === 'string' ? text : ''),
      () => isWanted && setWords(open.store.note(noteId)?.text ?? ''),
    )
    return () => {
      isWanted = false
    }
  }, [session, open, board, noteId, key, isSetAside])
  return words
}
