import { type ColorName, fieldSchema, isCellPlace, linesOf, type Note } from '@vispera/board'
import type { Kind } from '../kind.ts'

/**
 * A note as flat JSON, as served by the API: fields beside the common values, `lines` as lists. Fields that
 * do not parse are left out, and so is the key that lets an anonymous author withdraw the note.
 */
export function presentNote(kind: Kind, note: Note): Record<string, unknown> {
  const { fields, withdrawKey: _secret, ...common } = note
  const known = kind.noteKinds.find((noteKind) => noteKind.id === note.kind)?.fields ?? []
  const presented = known.flatMap(({ id, type }): [string, unknown][] => {
    const value = Object.hasOwn(fields, id) ? fields[id] : undefined
    const parsed = fieldSchema(type).safeParse(value)
    if (!parsed.success || parsed.data === '') return []
    return [[id, type.type === 'lines' ? linesOf(parsed.data) : parsed.data]]
  })
  return { ...common, ...Object.fromEntries(presented) }
}

/** The paper a note is written on: its own colour, else what its kind reads from a field or its cell's row. */
export function noteColor(kind: Kind, note: Note): ColorName {
  if (note.color) return note.color
  const noteKind = kind.noteKinds.find((candidate) => candidate.id === note.kind)
  if (!noteKind) return 'chalk'
  const { colorBy, color } = noteKind
  const value = colorBy?.field === 'place.row' ? rowOf(note) : colorBy && note.fields[colorBy.field]
  if (!colorBy || typeof value !== 'string' || !Object.hasOwn(colorBy.colors, value)) return color
  return colorBy.colors[value] ?? color
}

const rowOf = (note: Note): string | null => (isCellPlace(note.place) ? note.place.row : null)
