import type { ClipboardEvent } from 'react'
import { toBoard } from '../camera/camera.ts'
import type { KeyContext } from './keys.ts'
import { meant } from './keys.ts'
import { placeAt } from './place-at.ts'

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

/** Pasted lines become notes in the middle of what is in sight; with Shift held, one note. */
export function pasteNotes(event: ClipboardEvent, context: KeyContext, asOne: boolean): void {
  const text = event.clipboardData.getData('text/plain')
  if (isInWords(event) || text.trim() === '') return
  event.preventDefault()
  const { camera } = context.wall
  const { w, h } = camera.size()
  const place = placeAt(context.wall, toBoard(camera.view(), [w / 2 - 200, h / 2 - 100]))
  const wish = place ? { place } : {}
  if (asOne) context.actions.addNote({ ...wish, text: text.trim() })
  else context.actions.addNotesFromLines(text, wish)
}

const isInWords = ({ target }: ClipboardEvent): boolean =>
  target instanceof Element && target.closest('textarea, input') !== null
