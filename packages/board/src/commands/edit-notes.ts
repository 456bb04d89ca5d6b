import type * as Y from 'yjs'
import { notesOf } from '../board-doc.ts'
import { isCommonKey, type Note } from '../note.ts'
import { CommandError } from './command-error.ts'

/** Values to set on a note; `null` or `undefined` takes a value away. Text is written with `writeText`. */
export type NoteEdit = Partial<
  Pick<
    Note,
    'kind' | 'color' | 'lang' | 'cluster' | 'sameAs' | 'sensitivity' | 'state' | 'keepSeparate' | 'late'
  >
> & { readonly fields?: Readonly<Record<string, unknown>> }

/** Sets values on several notes in one transaction. Throws `unknown-note` before writing anything. */
export function editNotes(doc: Y.Doc, ids: readonly string[], edit: NoteEdit, origin?: unknown): void {
  const maps = ids.map((id) => {
    const map = notesOf(doc).get(id)
    if (!map) throw new CommandError('unknown-note', id)
    return map
  })
  const { fields, ...common } = edit
  const values = Object.entries({ ...fields, ...common }).filter(
    ([key]) =>
      (isCommonKey(key) && key in common) || (!isCommonKey(key) && fields !== undefined && key in fields),
  )
  doc.transact(() => {
    for (const map of maps) for (const [key, value] of values) setOrDelete(map, key, value)
  }, origin)
}

function setOrDelete(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === undefined || value === null) {
    if (map.has(key)) map.delete(key)
  } else if (map.get(key) !== value) map.set(key, value)
}
