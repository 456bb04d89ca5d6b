import * as Y from 'yjs'

/** A shared type as it is kept inside: what stands under its keys, and its list or text. */
interface Shared {
  readonly _map: Map<string, Y.Item>
  readonly _start: Y.Item | null
}

/**
 * What a map held before a change that is still under way, and putting it back. Works only inside the
 * change's own transaction: until its end Yjs keeps what was deleted.
 */
export function beforeChange(transaction: Y.Transaction) {
  const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0)

  // The ranges are not sorted before the transaction ends, so Yjs's own search cannot be used.
  const isDeletedNow = ({ id }: Y.Item) =>
    (transaction.deleteSet.clients.get(id.client) ?? []).some(
      ({ clock, len }) => id.clock >= clock && id.clock < clock + len,
    )
  const wasThere = (item: Y.Item) => !isNew(item) && (!item.deleted || isDeletedNow(item))

  /** The item that stood under a key; the values that a key had hang together from right to left. */
  function itemUnder(map: Shared, key: string): Y.Item | null {
    let item = map._map.get(key) ?? null
    while (item && isNew(item)) item = item.left
    return item && wasThere(item) ? item : null
  }

  function copyOf(item: Y.Item): unknown {
    const { content } = item
    if (content instanceof Y.ContentAny) return content.arr.at(-1)
    if (!(content instanceof Y.ContentType)) return undefined
    const { type } = content
    if (type instanceof Y.Text) return copyOfText(type)
    if (type instanceof Y.Array) {
      const list = new Y.Array<unknown>()
      list.push(itemsOf(type).flatMap(valuesOf))
      return list
    }
    const entries = [...type._map.keys()].flatMap((key): [string, unknown][] => {
      const under = itemUnder(type, key)
      return under ? [[key, copyOf(under)]] : []
    })
    return new Y.Map(entries)
  }

  const valuesOf = (item: Y.Item): unknown[] =>
    item.content instanceof Y.ContentAny ? item.content.arr : [copyOf(item)]

  function copyOfText(type: Y.Text): Y.Text {
    const attributes: Record<string, unknown> = {}
    const delta: unknown[] = []
    for (const { content } of itemsOf(type)) {
      if (content instanceof Y.ContentFormat) attributes[content.key] = content.value
      else if (content instanceof Y.ContentString)
        delta.push({ insert: content.str, attributes: { ...attributes } })
    }
    const text = new Y.Text()
    text.applyDelta(delta)
    return text
  }

  function itemsOf(type: Shared): Y.Item[] {
    const items: Y.Item[] = []
    for (let item = type._start; item; item = item.right) if (wasThere(item)) items.push(item)
    return items
  }

  return {
    /** The plain value that stood under a key; `undefined` for nothing, and for a shared type. */
    value(map: Y.Map<unknown>, key: string): unknown {
      const content = itemUnder(map, key)?.content
      return content instanceof Y.ContentAny ? content.arr.at(-1) : undefined
    },
    has: (map: Y.Map<unknown>, key: string): boolean => itemUnder(map, key) !== null,
    /** Puts back what stood under a key; shared types come back as copies of what they were. */
    restore(map: Y.Map<unknown>, key: string) {
      const item = itemUnder(map, key)
      if (item) map.set(key, copyOf(item))
      else map.delete(key)
    },
  }
}
