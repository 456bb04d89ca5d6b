import type { ClipboardEvent } from 'react'
import { imageIn, picturingOf } from '../../pictures/picturing.ts'
import type { KeyContext } from './keys.ts'
import { meant } from './keys.ts'

/** Notes as text, a paragraph each: what other programs understand. */
export function copyNotes(event: ClipboardEvent, context: KeyContext, cut: boolean): void {
  const ids = isInWords(event) ? [] : meant(context)
  if (ids.length === 0) return
  const notes = new Map(context.wall.input().board.notes.map((note) => [note.id, note]))
  // One line per note, so that pasting gives as many notes again.
  const text = ids
    .flatMap(
      (id) =>
        notes
          .get(id)
          ?.text.trim()
          .replace(/\s*\n\s*/g, ' ') ?? [],
    )
    .join('\n')
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
  if (cut) context.actions.remove(ids)
}

/** Pasted lines become notes where there is room in sight; with Shift held, one note. A pasted picture becomes one too. */
export function pasteNotes(
  event: ClipboardEvent,
  context: KeyContext,
  asOne: boolean,
  mayPicture: boolean,
): void {
  const file = mayPicture && !isInWords(event) ? imageIn(event.clipboardData) : undefined
  if (file) {
    event.preventDefault()
    picturingOf(context.ui).ask({ kind: 'image', file })
    return
  }
  const text = event.clipboardData.getData('text/plain')
  if (isInWords(event) || text.trim() === '') return
  event.preventDefault()
  // Without a place the notes stand on free ground in sight.
  if (asOne) context.actions.addNote({ text: text.trim() })
  else context.actions.addNotesFromLines(text)
}

const isInWords = ({ target }: ClipboardEvent): boolean =>
  target instanceof Element && target.closest('textarea, input') !== null
