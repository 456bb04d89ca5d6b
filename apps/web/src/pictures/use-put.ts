import type { Media } from '@vispera/board'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import type { PictureWish } from './picturing.ts'

/** Puts what was made on the board: on the note that waits for it, else on a new one. False when that was refused. */
export function usePut({
  noteId,
  note,
  put,
  onPut,
}: PictureWish): (media: Media | null, words: string) => boolean {
  const actions = useActions()
  const { ui, open, say, t } = useActionContext()

  return (media, words) => {
    if (put) return put(media, words)
    if (noteId !== undefined) {
      if (!media || !actions.canWrite() || !open.store.note(noteId)) return false
      actions.edit([noteId], { media })
      say(t('pictures.added'))
    } else {
      // Without words of its own the note says what its picture shows, so that it can be found and spoken of.
      const text = note?.text?.trim() || words
      const id = actions.addNote({ ...note, text, ...(media && { media }) })
      if (id === null) return false
      if (ui.get().view === 'surface') ui.select([id])
    }
    onPut?.()
    return true
  }
}
