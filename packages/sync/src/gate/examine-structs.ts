import * as Y from 'yjs'
import type { CheckedRules } from '../rules.ts'
import { createPlaces } from './places.ts'
import { refuse } from './refusal.ts'

type Struct = Y.Item | Y.GC
type Decoded = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** The new structs of an update, by the client ids they were written under. */
export interface FreshStructs {
  readonly clients: Iterable<number>
  /** The clock after the last new struct of a client; `undefined` for a client without any. */
  endOf(client: number): number | undefined
  /** The new struct that holds this id; `undefined` when there is none. */
  find(client: number, clock: number): Struct | undefined
}

/** Checks that new structs follow on what is known, and that each sits where its document allows. */
export function examineStructs(structs: readonly Decoded[], doc: Y.Doc, rules: CheckedRules): FreshStructs {
  const fresh = follow(structs, doc)
  const places = createPlaces(doc, rules, fresh)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const place = places.of(struct)
    if (place === 'gone') continue
    if (place.depth > rules.maxDepth) refuse('too-deep')
    if (!fits(struct, place.parent, place.key)) refuse('wrong-place')
    // The values of a key follow each other; none is put between two.
    if (place.key !== null && struct.rightOrigin) refuse('wrong-place')
  }
  return fresh
}

function follow(structs: readonly Decoded[], doc: Y.Doc): FreshStructs {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) refuse('gap')
    const { client, clock } = struct.id
    const list = byClient.get(client)
    // Within one client the format leaves no holes, so the first struct tells for all.
    if (list) list.push(struct)
    else if (clock > Y.getState(doc.store, client)) refuse('gap')
    else byClient.set(client, [struct])
  }
  const endOf = (client: number) => {
    const last = byClient.get(client)?.at(-1)
    return last && last.id.clock + last.length
  }
  return {
    clients: byClient.keys(),
    endOf,
    find: (client, clock) => {
      const list = byClient.get(client)
      if (!list || clock < (list[0]?.id.clock ?? 0) || clock >= (endOf(client) ?? 0)) return undefined
      return list[Y.findIndexSS(list, clock)]
    },
  }
}

/** Whether what an item holds may stand in such a parent, under a key or in a sequence. */
function fits(item: Y.Item, parent: unknown, key: string | null): boolean {
  const { content } = item
  // Yjs merges what was deleted, values of one key included, so this may have any length.
  if (content instanceof Y.ContentDeleted) return true
  const isValue = content instanceof Y.ContentAny || content instanceof Y.ContentType
  if (parent instanceof Y.Map) return key !== null && item.length === 1 && isValue
  if (parent instanceof Y.Array) return key === null && isValue
  if (parent instanceof Y.Text) {
    return key === null && (content instanceof Y.ContentString || content instanceof Y.ContentFormat)
  }
  return false
}
