import type { ColorName, Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'

/** A note's colour: its own, else the one its kind's deciding field gives, else its kind's. */
export function colorOf(note: Note, kind: Kind): ColorName {
  if (note.color) return note.color
  const noteKind = kind.noteKinds.find((one) => one.id === note.kind)
  if (!noteKind) return 'chalk'
  const { colorBy } = noteKind
  const value = colorBy && readPath(note, colorBy.field)
  return (typeof value === 'string' ? colorBy?.colors[value] : undefined) ?? noteKind.color
}

/** A field by its id, or a part of the place as `place.<part>`. */
function readPath(note: Note, path: string): unknown {
  if (!path.startsWith('place.')) return note.fields[path]
  return (note.place as Readonly<Record<string, unknown>> | null)?.[path.slice('place.'.length)]
}
