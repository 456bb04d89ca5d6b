import type * as Y from 'yjs'
import { linksOf, noteMapsOf, notesOf } from '../board-doc.ts'
import { readLink } from '../link.ts'

/**
 * Deletes notes and, in the same transaction, this board's links from and to them. Members of a deleted
 * theme return to where they were; notes that said the same as a deleted one stand on their own again.
 * Links across boards stay and show that their source was removed.
 */
export function deleteNotes(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  const gone = new Set(ids)
  const notes = notesOf(doc)
  const links = linksOf(doc)
  doc.transact(() => {
    for (const id of gone) if (notes.has(id)) notes.delete(id)
    for (const [id, value] of links.entries()) {
      const link = readLink(id, value)
      if (link && (gone.has(link.from) || gone.has(link.to))) links.delete(id)
    }
    for (const [, note] of noteMapsOf(doc)) {
      const cluster = note.get('cluster') as { id?: unknown } | null | undefined
      if (typeof cluster?.id === 'string' && gone.has(cluster.id)) note.delete('cluster')
      const sameAs = note.get('sameAs')
      if (typeof sameAs === 'string' && gone.has(sameAs)) note.delete('sameAs')
    }
  }, origin)
}
