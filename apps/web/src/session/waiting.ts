import { linksOf, notesOf } from '@vispera/board'
import type { OpenDocument } from '@vispera/sync/client'
import { AbstractType, type Doc, type Transaction } from 'yjs'

/** What of one document the server has not kept yet. */
export interface Waiting {
  /** Whether this note's last change is among it, and it is taking long enough to say so. */
  has(noteId: string): boolean
  notes(): readonly string[]
  isSlow(): boolean
  /** Notes made here, oldest first. */
  mine(): readonly string[]
  close(): void
}

/** A change that is kept within this time is never shown as waiting: marks that flicker tell nobody anything. */
const patienceMs = 1_000

/** Follows the local changes of a document until the server has them on disk; `onChange` when the answer differs. */
export function trackWaiting(document: OpenDocument, onChange: () => void): Waiting {
  const numbers = new Map<string, number>()
  let made: readonly string[] = []
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const isSlow = () => isLate || (document.status().connection === 'offline' && document.status().pending > 0)
  const stopLocal = document.onLocalChange((change, transaction) => {
    const touched = touchedNotes(document.doc, transaction)
    for (const id of touched.changed) numbers.set(id, change)
    if (touched.added.length > 0) made = [...made, ...touched.added]
    timer ??= setTimeout(() => {
      isLate = document.status().pending > 0
      onChange()
    }, patienceMs)
    onChange()
  })
  const stopStatus = document.subscribe(() => {
    const { acknowledgedThrough, pending } = document.status()
    for (const [id, change] of numbers) if (change <= acknowledgedThrough) numbers.delete(id)
    if (pending === 0) {
      clearTimeout(timer)
      timer = undefined
      isLate = false
    }
    onChange()
  })

  return {
    has: (id) => isSlow() && numbers.has(id),
    notes: () => [...numbers.keys()],
    isSlow,
    mine: () => made,
    close() {
      clearTimeout(timer)
      stopLocal()
      stopStatus()
    },
  }
}

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
