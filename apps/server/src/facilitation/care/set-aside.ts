import { linksOf, noteMapOf, readCrossLink } from '@vispera/board'
import type { Store } from '@vispera/storage'
import * as Y from 'yjs'
import { z } from 'zod'
import { seal, unseal } from '../../join/sealed.ts'

const collection = 'set-aside'
const purpose = 'set-aside'

/** The words and values of a note that was hidden for care: they left the board, and rest with the server. */
const keptSchema = z.object({
  /** What the note holds as shared text, by key. */
  texts: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.unknown()),
  /** The note's `withdrawKey` when it was hidden: on the board anybody who may write could put their own. */
  opensWith: z.string().nullable().default(null),
})
export type KeptNote = z.infer<typeof keptSchema>

/** What stays on the board of a hidden note: where it stood, and the key that opens it for its author. */
const staying = new Set([
  'kind',
  'text',
  'place',
  'cluster',
  'sameAs',
  'withdrawKey',
  'late',
  'color',
  'state',
])

export interface NoteName {
  readonly workshop: string
  readonly board: string
  readonly note: string
}
const keyOf = ({ workshop, board, note }: NoteName) => `${workshop}/${board}/${note}`

export async function findKept(store: Store, pepper: Uint8Array, name: NoteName): Promise<KeptNote | null> {
  return opened(await store.get(collection, keyOf(name)), pepper)
}

/** All that is hidden in a workshop. */
export async function allKept(store: Store, pepper: Uint8Array, workshop: string): Promise<KeptNote[]> {
  const rows = await store.list(collection, `${workshop}/`)
  return rows.flatMap(({ value }) => opened(value, pepper) ?? [])
}

function opened(sealed: unknown, pepper: Uint8Array): KeptNote | null {
  const text = typeof sealed === 'string' ? unseal(sealed, pepper, purpose) : null
  return text === null ? null : (keptSchema.safeParse(JSON.parse(text)).data ?? null)
}

export const keep = (store: Store, pepper: Uint8Array, name: NoteName, kept: KeptNote): Promise<void> =>
  store.put(collection, keyOf(name), seal(JSON.stringify(kept), pepper, purpose))

export const forgetKept = (store: Store, name: NoteName): Promise<void> =>
  store.delete(collection, keyOf(name))

export async function forgetAllKept(store: Store, workshop: string): Promise<void> {
  const rows = await store.list(collection, `${workshop}/`)
  await store.write(rows.map(({ key }) => ({ kind: 'delete', collection, key })))
}

/** What hiding would take away; null when there is no such note. */
export function contentOf(doc: Y.Doc, note: string): KeptNote | null {
  const map = noteMapOf(doc, note)
  if (!map) return null
  const entries = [...map.entries()]
  return {
    texts: Object.fromEntries(
      entries.flatMap(([key, value]) => (value instanceof Y.Text ? [[key, value.toString()]] : [])),
    ),
    values: Object.fromEntries(
      entries.filter(
        ([key, value]) => (!staying.has(key) || key === 'state') && !(value instanceof Y.AbstractType),
      ),
    ),
    opensWith: keyOn(map),
  }
}

const keyOn = (map: Y.Map<unknown>): string | null => {
  const key = map.get('withdrawKey')
  return typeof key === 'string' ? key : null
}

/** Takes a note's words and values off the board and leaves a blank in its place. */
export function blank(doc: Y.Doc, note: string): void {
  const map = noteMapOf(doc, note)
  if (!map) return
  for (const [key, value] of [...map.entries()]) {
    if (!staying.has(key)) map.delete(key)
    else if (value instanceof Y.Text) value.delete(0, value.length)
  }
  map.set('state', 'hidden-for-care')
}

/** Puts words and values back. */
export function restore(doc: Y.Doc, note: string, { texts, values, opensWith }: KeptNote): void {
  const map = noteMapOf(doc, note)
  if (!map) return
  map.delete('state')
  if (opensWith !== keyOn(map)) {
    if (opensWith === null) map.delete('withdrawKey')
    else map.set('withdrawKey', opensWith)
  }
  for (const [key, value] of Object.entries(values))
    if (key !== 'state' || value !== 'hidden-for-care') map.set(key, value)
  for (const [key, words] of Object.entries(texts)) {
    const stored = map.get(key)
    const text = stored instanceof Y.Text ? stored : new Y.Text()
    if (text !== stored) map.set(key, text)
    text.delete(0, text.length)
    text.insert(0, words)
  }
}

/** Links across boards remember the words at their ends; those of a hidden note are forgotten too. Answers whether any were. */
export function forgetLastKnown(threads: Y.Doc, { board, note }: NoteName): boolean {
  let isChanged = false
  for (const [id, value] of linksOf(threads).entries()) {
    const link = readCrossLink(id, value)
    if (!link?.lastKnown) continue
    const isIt = (end: 'from' | 'to') => link[end].board === board && link[end].note === note
    const { lastKnown, id: _id, ...rest } = link
    const left = Object.fromEntries(
      Object.entries(lastKnown).filter(([end]) => !isIt(end === 'from' ? 'from' : 'to')),
    )
    if (Object.keys(left).length === Object.keys(lastKnown).length) continue
    linksOf(threads).set(id, { ...rest, lastKnown: left })
    isChanged = true
  }
  return isChanged
}
