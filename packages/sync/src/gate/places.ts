import * as Y from 'yjs'
import type { CheckedRules } from '../rules.ts'
import type { FreshStructs } from './examine-structs.ts'
import { refuse } from './refusal.ts'

type Struct = Y.Item | Y.GC
type Type = NonNullable<ReturnType<Y.Doc['share']['get']>>

/**
 * Where an item sits: in which type, under which key (`null` in a sequence), how deep that type is.
 * `gone`: in something that was deleted, where Yjs will keep nothing but its length.
 */
export type Place = { readonly parent: Type; readonly key: string | null; readonly depth: number } | 'gone'

// An honest item names neighbours that stood side by side; only inserts made meanwhile lie between.
const walkBudget = 1_000_000

/** Finds the places of new items, as Yjs would, without integrating them. */
export function createPlaces(doc: Y.Doc, rules: CheckedRules, fresh: FreshStructs) {
  const found = new Map<Y.Item, Place | 'searching'>()
  const anchors = new Map<Y.Item, Y.ID | null>()
  let steps = 0

  function of(item: Y.Item): Place {
    const known = found.get(item)
    if (known === 'searching') refuse('malformed') // two new items that each come after the other
    if (known) return known
    found.set(item, 'searching')
    const place = search(item)
    found.set(item, place)
    return place
  }

  function search(item: Y.Item): Place {
    const left = item.origin && locate(item, item.origin)
    const right = item.rightOrigin && locate(item, item.rightOrigin)
    if (!left && !right) return placeInParent(item)
    const leftPlace = left && placeOf(left)
    const rightPlace = right && placeOf(right)
    anchorOf(item) // remembered for the items that follow it, so that a long chain is walked once
    if (leftPlace === 'gone' || rightPlace === 'gone') return 'gone'
    if (leftPlace && rightPlace) {
      if (leftPlace.parent !== rightPlace.parent || leftPlace.key !== rightPlace.key) refuse('wrong-place')
      refuseUnlessLeftOf(item)
    }
    return leftPlace ?? rightPlace ?? refuse('malformed')
  }

  /** The struct with this id, known or new. */
  function locate(item: Y.Item, id: Y.ID): Struct {
    if (id.client === item.id.client && id.clock >= item.id.clock) refuse('malformed')
    if (id.clock < Y.getState(doc.store, id.client)) return Y.getItem(doc.store, id)
    return fresh.find(id.client, id.clock) ?? refuse('gap')
  }

  function placeOf(struct: Struct): Place {
    if (!(struct instanceof Y.Item)) return 'gone'
    const { parent, parentSub } = struct
    if (fresh.find(struct.id.client, struct.id.clock) === struct) return of(struct)
    return parent instanceof Y.AbstractType ? { parent, key: parentSub, depth: depthOf(parent) } : 'gone'
  }

  function placeInParent(item: Y.Item): Place {
    // Decoded but not integrated, an item names its parent by the root's name or by id.
    const named: unknown = item.parent
    const key = item.parentSub
    if (typeof named === 'string') {
      if (!Object.hasOwn(rules.roots, named)) refuse('unknown-root')
      const parent = doc.share.get(named)
      return parent ? { parent, key, depth: 1 } : refuse('unknown-root')
    }
    if (!(named instanceof Y.ID)) refuse('malformed')
    const holder = locate(item, named)
    if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return 'gone'
    if (!(holder.content instanceof Y.ContentType)) refuse('wrong-place')
    const parent = holder.content.type
    const holderPlace = placeOf(holder)
    return holderPlace === 'gone' ? 'gone' : { parent, key, depth: holderPlace.depth + 1 }
  }

  /** How many types deep this one is; a root is 1. */
  function depthOf(type: Type): number {
    let depth = 1
    for (let item = type._item; item; item = (item.parent as Type)._item) depth += 1
    return depth
  }

  /** Refuses an item that claims to stand between two neighbours of which the right one comes first. */
  function refuseUnlessLeftOf(item: Y.Item) {
    const [origin, rightOrigin] = [anchorOf(item), item.rightOrigin]
    if (!origin || !rightOrigin || !isKnown(rightOrigin)) return
    const left = Y.getItem(doc.store, origin)
    const right = Y.getItem(doc.store, rightOrigin)
    if (left === right) {
      if (origin.clock >= rightOrigin.clock) refuse('wrong-place')
      return
    }
    for (let next = left instanceof Y.Item ? left.right : null; next !== right; next = next.right) {
      if (!next) refuse('wrong-place')
      steps += 1
      if (steps > walkBudget) refuse('too-large')
    }
  }

  /** The nearest known id that a new item stands to the right of; `null` at the start of a sequence. */
  function anchorOf(item: Y.Item): Y.ID | null {
    const remembered = anchors.get(item)
    if (remembered !== undefined) return remembered
    let anchor = item.origin
    if (anchor && !isKnown(anchor)) {
      const before = fresh.find(anchor.client, anchor.clock)
      anchor = before instanceof Y.Item ? anchorOf(before) : null
    }
    anchors.set(item, anchor)
    return anchor
  }

  const isKnown = (id: Y.ID) => id.clock < Y.getState(doc.store, id.client)

  return { of }
}
