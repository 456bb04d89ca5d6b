import * as Y from 'yjs'
import type { CheckedRules } from '../rules.ts'
import { examineStructs } from './examine-structs.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { scanUpdate } from './scan-update.ts'

export interface Examined {
  readonly doc: Y.Doc
  readonly rules: CheckedRules
  /** Who sends it. */
  readonly participant: string
  /** Who wrote under this client id before; `null` is the server, `undefined` nobody. */
  readonly ownerOf: (client: number) => string | null | undefined
}

export type Verdict =
  /** Everything in it is known already. */
  | { readonly kind: 'nothing' }
  /**
   * Safe to apply. `repeats`: some of what it deletes was deleted before, as where somebody comes back who tells all
   * that they know to be deleted. `clients` are the client ids whose structs it brings, in the order in which they
   * stand in it; `newClients` those that nobody has written under before; `inserted` is what claims to stand between
   * two others (`examineOrder`).
   */
  | {
      readonly kind: 'accepted'
      readonly update: Uint8Array
      readonly repeats: boolean
      readonly clients: readonly number[]
      readonly newClients: readonly number[]
      readonly inserted: readonly Y.Item[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Accepted = Extract<Verdict, { kind: 'accepted' }>

/** `opening` is the answer to our SyncStep1, which may carry days of offline work. */
export type UpdateKind = 'update' | 'opening'

/**
 * The gate: decides about an update before Yjs sees it, without changing anything. Yjs trusts its
 * peers; a frame that it half applies, keeps waiting for a dependency that never comes, or integrates
 * under somebody else's client id cannot be taken back.
 */
export function examineUpdate(update: Uint8Array, kind: UpdateKind, context: Examined): Verdict {
  try {
    return examine(update, kind, context)
  } catch (error) {
    // lib0 and Yjs throw plain errors on bytes that end too early, RangeErrors on lengths that lie.
    return { kind: 'refused', refusal: error instanceof Refused ? error.refusal : 'malformed' }
  }
}

function examine(raw: Uint8Array, kind: UpdateKind, context: Examined): Verdict {
  const { doc, rules } = context
  const limits = kind === 'opening' ? rules.opening : rules.update
  if (raw.length > limits.maxBytes) refuse('too-large')
  scanUpdate(raw, { ...limits, maxStringBytes: rules.maxStringBytes, maxDepth: rules.maxDepth })

  const [update, { structs, ds }] = withoutKnown(raw, doc)
  const fresh = examineStructs(structs, doc, rules)
  const ends = (client: number) => fresh.endOf(client) ?? Y.getState(doc.store, client)
  const { deletesSomething, repeats } = examineDeletions(ds.clients, ends, doc)
  if (structs.length === 0 && !deletesSomething) return { kind: 'nothing' }
  const clients = [...fresh.clients]
  const newClients = examineOwners(clients, context)
  return { kind: 'accepted', update, repeats, clients, newClients, inserted: structs.filter(isInserted) }
}

const isInserted = (struct: Y.Item | Y.GC | Y.Skip): struct is Y.Item =>
  struct instanceof Y.Item && struct.origin !== null && struct.rightOrigin !== null

// A client that answers our SyncStep1 may repeat what it was relayed meanwhile.
function withoutKnown(update: Uint8Array, doc: Y.Doc): [Uint8Array, ReturnType<typeof Y.decodeUpdate>] {
  const decoded = Y.decodeUpdate(update)
  const isKnown = decoded.structs.some(({ id }) => id.clock < Y.getState(doc.store, id.client))
  if (!isKnown) return [update, decoded]
  const rest = Y.diffUpdate(update, Y.encodeStateVector(doc))
  return [rest, Y.decodeUpdate(rest)]
}

/** Whether any range is not deleted yet, and whether any is. A range beyond what is known waits for something missing. */
function examineDeletions(
  deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]>,
  endOf: (client: number) => number,
  doc: Y.Doc,
): { deletesSomething: boolean; repeats: boolean } {
  let [deletesSomething, repeats] = [false, false]
  for (const [client, ranges] of deletions) {
    const end = endOf(client)
    const known = Y.getState(doc.store, client)
    for (const { clock, len } of ranges) {
      if (clock + len > end) refuse('gap')
      const isNews = clock + len > known || !isDeleted(doc.store.clients.get(client) ?? [], clock, len)
      if (isNews) deletesSomething = true
      else repeats = true
    }
  }
  return { deletesSomething, repeats }
}

function isDeleted(structs: (Y.Item | Y.GC)[], clock: number, length: number): boolean {
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= clock + length) return true
    if (!struct.deleted) return false
  }
  return true
}

/** Answers the ids nobody owns yet. An id of somebody else's, or of nobody but in use, is refused. */
function examineOwners(clients: Iterable<number>, context: Examined): number[] {
  const unowned: number[] = []
  for (const client of clients) {
    const owner = context.ownerOf(client)
    if (owner === undefined && Y.getState(context.doc.store, client) === 0) unowned.push(client)
    else if (owner !== context.participant) refuse('foreign-client-id')
  }
  return unowned
}
