import * as Y from 'yjs'
import { noteMapOf } from '../board-doc.ts'
import { isCommonKey, isCommonValue, type Note } from '../note.ts'
import { CommandError } from './command-error.ts'
import { spliceText } from './write-text.ts'

/** Values to set on a note; `null` or `undefined` takes a value away. Text is written with `writeText`. */
export type NoteEdit = Partial<
  Pick<
    Note,
    | 'kind'
    | 'color'
    | 'lang'
    | 'cluster'
    | 'sameAs'
    | 'sensitivity'
    | 'state'
    | 'keepSeparate'
    | 'late'
    | 'media'
  >
> & { readonly fields?: Readonly<Record<string, unknown>> }

/**
 * Sets values on several notes in one transaction. Throws `unknown-note`, or `bad-value` for a common value
 * that would make the notes unreadable, before writing anything.
 */
export function editNotes(doc: Y.Doc, ids: readonly string[], edit: NoteEdit, origin?: unknown): void {
  const maps = ids.map((id) => {
    const map = noteMapOf(doc, id)
    if (!map) throw new CommandError('unknown-note', id)
    return map
  })
  const { fields = {}, ...common } = edit
  for (const [key, value] of Object.entries(common)) {
    if (!isGone(value) && !isCommonValue(key, value)) throw new CommandError('bad-value', key)
  }
  const ownFields = Object.entries(fields).filter(([key]) => !isCommonKey(key))
  doc.transact(() => {
    for (const map of maps)
      for (const [key, value] of [...Object.entries(common), ...ownFields]) set(map, key, value)
  }, origin)
}

const isGone = (value: unknown): boolean => value === undefined || value === null

function set(map: Y.Map<unknown>, key: string, value: unknown): void {
  const current = map.get(key)
  if (isGone(value)) {
    if (map.has(key)) map.delete(key)
  }
  // Two people may be typing in it: their letters stay, also when a value is set from a list.
  else if (current instanceof Y.Text && typeof value === 'string') spliceText(current, value)
  else if (current !== value) map.set(key, value)
}
