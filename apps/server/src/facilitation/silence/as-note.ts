import { isPointPlace, isZonePlace, type NewNote, type Place } from '@vispera/board'
import { isPlaceOn, type Kind, parseNewNote } from '@vispera/kinds'
import type { WrittenDraft } from './drafts-of.ts'

/**
 * A draft as the note that everybody will see: its words and values, the key with which its author may still
 * take it back, and nothing of who wrote it or when. What this kind of board does not know is left out, never
 * the words or how careful to be with them.
 */
export function asNote(kind: Kind, { note }: WrittenDraft, id: string, isLate: boolean): NewNote {
  const { withdrawKey, text, lang, color, sensitivity, keepSeparate, media, place } = note
  const said = { lang, color, sensitivity, keepSeparate, media: media ?? undefined }
  const isOnBehalf = note.authorMode === 'on-behalf'
  const parsed = parseNewNote(kind, {
    ...note.fields,
    ...said,
    ...(isOnBehalf && { authorMode: 'on-behalf' }),
    kind: noteKindOn(kind, note.kind),
    text,
    place: place && isList(kind, place) ? place : undefined,
  })
  const words: NewNote = parsed.ok ? parsed.note : { ...said, kind: noteKindOn(kind, note.kind), text }
  return {
    ...words,
    id,
    ...(withdrawKey !== undefined && { withdrawKey }),
    ...(isLate && { late: true }),
  }
}

/** Whether a place names a list or a cell. The open ground is shared out by the server, which sees what else comes. */
function isList(kind: Kind, place: Place): boolean {
  if (!isPlaceOn(kind, place) || isPointPlace(place)) return false
  return !isZonePlace(place) || kind.zones.some(({ id, holds }) => id === place.zone && holds === 'list')
}

/** The draft's own kind of note, or the board's usual one where it has none such, or exactly one of them. */
export function noteKindOn({ noteKinds, fixedNotes }: Kind, wanted: string): string {
  const open = noteKinds.filter(({ id }) => !fixedNotes.some((fixed) => fixed.kind === id))
  const found = open.find(({ id }) => id === wanted) ?? open[0]
  return found?.id ?? wanted
}
