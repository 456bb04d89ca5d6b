import { addNotes, fieldSchema, isCommonKey, isTextField, type NewNote } from '@vispera/board'
import { kindById, type NoteKind } from '@vispera/kinds'
import { Doc } from 'yjs'
import { maxFileText, unusable } from './unusable.ts'

export type FileNote = NewNote & { readonly id: string }

interface FileNotes {
  readonly notes: readonly FileNote[]
  readonly leftOut: number
}

/**
 * Notes as a saved workshop holds them: what all notes have, and the fields of their kind, beside it or under
 * `fields`. A field that the kind does not know is left out and counted; anything else that cannot be read
 * refuses the file.
 */
export function readNotes(kindId: string, given: readonly object[], where: string): FileNotes {
  const noteKinds = new Map(kindById(kindId)?.noteKinds.map((one) => [one.id, one]))
  let leftOut = 0
  const notes = given.map((note, at): FileNote => {
    const place = `${where}[${at}]`
    const { id, kind, text, fields = {}, ...rest } = note as Readonly<Record<string, unknown>>
    const noteKind = typeof kind === 'string' ? noteKinds.get(kind) : undefined
    if (typeof id !== 'string' || !noteKind)
      throw unusable(place, 'This note has no id or a kind that is not known.')
    if (typeof text !== 'string' || text.length > maxFileText)
      throw unusable(`${place}.text`, 'This text cannot be used.')
    if (typeof fields !== 'object' || fields === null)
      throw unusable(`${place}.fields`, 'These are not fields.')
    const common = Object.entries(rest).filter(([key, value]) => isCommonKey(key) && value !== undefined)
    const own = [...Object.entries(rest).filter(([key]) => !isCommonKey(key)), ...Object.entries(fields)]
    const values = readFields(noteKind, own, place)
    leftOut += own.length - values.length
    const read: FileNote = {
      ...Object.fromEntries(common),
      id,
      kind: noteKind.id,
      text,
      fields: Object.fromEntries(values),
      textFields: noteKind.fields.filter(({ type }) => isTextField(type)).map((field) => field.id),
    }
    if (!canBeAdded(read)) throw unusable(place, 'A value of this note cannot be used.')
    return read
  })
  if (new Set(notes.map(({ id }) => id)).size < notes.length)
    throw unusable(where, 'Two notes have the same id.')
  return { notes, leftOut }
}

function readFields(
  { fields }: NoteKind,
  given: readonly [string, unknown][],
  where: string,
): [string, unknown][] {
  return given.flatMap(([key, value]): [string, unknown][] => {
    const field = fields.find(({ id }) => id === key)
    if (!field) return []
    // Words may have grown longer than a form would take; lists of lines are kept as one text.
    if (isTextField(field.type)) {
      const text = Array.isArray(value) ? value.map((line) => String(line)).join('\n') : value
      if (typeof text !== 'string' || text.length > maxFileText)
        throw unusable(`${where}.${key}`, 'This text cannot be used.')
      return [[key, text]]
    }
    if (!fieldSchema(field.type).safeParse(value).success)
      throw unusable(`${where}.${key}`, 'This value cannot be used.')
    return [[key, value]]
  })
}

/** Tried on a scratch document: what is imported must be readable afterwards. */
function canBeAdded(note: NewNote): boolean {
  try {
    return addNotes(new Doc(), [note]).length === 1
  } catch {
    return false
  }
}
