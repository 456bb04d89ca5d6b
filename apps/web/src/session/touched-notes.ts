import { linksOf, notesOf } from '@vispera/board'
import { AbstractType, type Doc, type Transaction } from 'yjs'

/** Ids of the notes that a transaction changed in any way (their links too), and of those it made. */
export function touchedNotes(doc: Doc, transaction: Transaction): { changed: Set<string>; added: string[] } {
  const notes = notesOf(doc)
  const links = linksOf(doc)
  const changed = new Set<string>()
  const added: string[] = []
  for (const [type, keys] of transaction.changed) {
    const inside = keyIn(notes, type)
    if (inside !== null) changed.add(inside)
    for (const key of keys) {
      if (key === null) continue
      if (isSame(type, links)) for (const id of endsOf(links.get(key))) changed.add(id)
      if (!isSame(type, notes)) continue
      changed.add(key)
      if (notes.has(key) && isNewIn(notes, key, transaction)) added.push(key)
    }
  }
  return { changed, added }
}

const isSame = (a: unknown, b: unknown) => a === b

/** The note whose map this type is or lies in; null elsewhere. */
function keyIn(notes: unknown, type: unknown): string | null {
  let at = type
  let key: string | null = null
  while (at instanceof AbstractType && !isSame(at, notes)) {
    key = at._item?.parentSub ?? null
    at = at._item?.parent ?? null
  }
  return isSame(at, notes) ? key : null
}

function isNewIn(notes: ReturnType<typeof notesOf>, key: string, { beforeState }: Transaction): boolean {
  const item = notes._map.get(key)
  return item !== undefined && item.id.clock >= (beforeState.get(item.id.client) ?? 0) && item.left === null
}

function endsOf(link: unknown): string[] {
  if (typeof link !== 'object' || link === null) return []
  const { from, to } = link as { from?: unknown; to?: unknown }
  return [from, to].filter((end): end is string => typeof end === 'string')
}
