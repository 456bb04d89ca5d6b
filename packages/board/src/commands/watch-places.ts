import * as Y from 'yjs'
import { noteMapOf, notesOf } from '../board-doc.ts'

/**
 * Watches places that I have just given to notes. When somebody else who did not know of my move put one of them
 * elsewhere, and theirs came to stand, tells so once. A place that they or I give knowingly afterwards ends the
 * watching in silence. No clock decides it, so that it is right after any time offline. Answers how to stop.
 */
export function watchPlaces(
  doc: Y.Doc,
  ids: readonly string[],
  onOutdone: (ids: readonly string[]) => void,
): () => void {
  const mine = new Map(
    ids.flatMap((id) => {
      const item = placeOf(doc, id)
      return item ? [[id, item.id] as const] : []
    }),
  )
  const notes = notesOf(doc)
  const stop = () => notes.unobserveDeep(look)
  function look(_events: unknown, { local }: Y.Transaction) {
    const outdone: string[] = []
    for (const [id, own] of mine) {
      const now = placeOf(doc, id)
      if (now && Y.compareIDs(now.id, own)) continue
      mine.delete(id)
      if (now && !local && !knew(now, own)) outdone.push(id)
    }
    if (mine.size === 0) stop()
    if (outdone.length > 0) onOutdone(outdone)
  }
  notes.observeDeep(look)
  return stop
}

/** The place that a note has now, as Yjs keeps it: with what its writer had seen before. */
const placeOf = (doc: Y.Doc, id: string): Y.Item | undefined => {
  const item = noteMapOf(doc, id)?._map.get('place')
  return item?.deleted ? undefined : item
}

/** Whether a place was written by somebody who had seen mine, or who followed one that had. */
function knew(place: Y.Item, mine: Y.ID): boolean {
  for (let at: Y.Item | null = place; at?.origin; ) {
    const { origin } = at as { origin: Y.ID }
    if (Y.compareIDs(origin, mine)) return true
    at = at.left
    while (at && !holds(at, origin)) at = at.left
  }
  return false
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length
