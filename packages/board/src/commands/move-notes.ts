import type * as Y from 'yjs'
import { noteMapOf } from '../board-doc.ts'
import { type Place, placeSchema } from '../place.ts'
import { CommandError } from './command-error.ts'

export interface NoteMove {
  readonly id: string
  readonly place: Place
}

/**
 * Puts notes somewhere, each place written once and whole, in one transaction. A moved note leaves its
 * theme unless `keepCluster`. Notes that are gone are passed over: somebody deleted them meanwhile.
 * Throws `bad-value` for a place that does not parse.
 */
export function moveNotes(
  doc: Y.Doc,
  moves: readonly NoteMove[],
  origin?: unknown,
  { keepCluster = false }: { keepCluster?: boolean } = {},
): void {
  for (const move of moves) {
    if (!placeSchema.safeParse(move.place).success) throw new CommandError('bad-value', move.id)
  }
  doc.transact(() => {
    for (const { id, place } of moves) {
      const note = noteMapOf(doc, id)
      if (!note) continue
      note.set('place', place)
      if (!keepCluster && note.has('cluster')) note.delete('cluster')
    }
  }, origin)
}
