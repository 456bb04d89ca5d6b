import * as Y from 'yjs'
import { newText } from './board-doc.ts'

/**
 * The Y.Text under `key`, made when there is none yet. Two people who begin to write in the same empty field at
 * once must end up in the same text: were each to set a text of their own under the key, Yjs would keep one and
 * drop the other with all its letters. So the empty text is written under a client id that follows from where it
 * stands. Both then make the very same item, and the second to arrive is known already.
 *
 * Undoing my first stroke must not take the text away from under somebody else's: it is made in a transaction
 * of its own, without the origin that undo follows.
 */
export function sharedText(doc: Y.Doc, map: Y.Map<unknown>, key: string): Y.Text {
  const current = map.get(key)
  if (current instanceof Y.Text) return current
  const made = newText(typeof current === 'string' ? current : '')
  const writer = writerFor(map, key)
  doc.transact(() => {
    const mine = doc.clientID
    // A writer's items are numbered from nought, once. Should it have written here before, this is no first text.
    doc.clientID = Y.getState(doc.store, writer) === 0 ? writer : mine
    try {
      map.set(key, made)
    } finally {
      doc.clientID = mine
    }
  }, 'shared text')
  return made
}

/**
 * A client id for the text that follows this map's present value under this key: the same for everybody who
 * sees the same, another as soon as anything differs. Above the 32 bits that Yjs draws its own from.
 */
function writerFor(map: Y.Map<unknown>, key: string): number {
  const place = map._item ? idOf(map._item.id) : rootName(map)
  const before = map._map.get(key)
  return 2 ** 32 + hash(`${place} ${key} ${before ? idOf(before.lastId) : ''}`)
}

const idOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

function rootName(map: Y.Map<unknown>): string {
  for (const [name, type] of map.doc?.share ?? []) if (type === (map as unknown)) return name
  return ''
}

/** 52 bits of a text (cyrb53, public domain). */
function hash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 2 ** 32 * (0xfffff & b) + (a >>> 0)
}
