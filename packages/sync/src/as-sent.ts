import type * as Y from 'yjs'
import type { Accepted } from './gate/examine-update.ts'

/**
 * What may be kept and told of an update in place of what Yjs would write of it: the bytes as they came, for
 * themselves and not within all that was received. `null` where it says again what was deleted long ago, or its client
 * ids do not stand in the order that Yjs relies on when it merges updates.
 */
export function asSent({ update, repeats, clients }: Accepted): Uint8Array | null {
  const isOrdered = clients.every((client, index) => index === 0 || client < (clients[index - 1] ?? 0))
  return isOrdered && !repeats ? new Uint8Array(update) : null
}

/**
 * Whether something that an update has brought, within the transaction that applied it, is gone already: it went into
 * what was deleted before, or was deleted before it came. Such words are not for others.
 */
export function bringsWhatIsGone({ clients }: Accepted, { doc, beforeState }: Y.Transaction): boolean {
  return clients.some((client) => {
    const structs = doc.store.clients.get(client) ?? []
    const known = beforeState.get(client) ?? 0
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (!struct || struct.id.clock < known) return false
      if (struct.deleted) return true
    }
    return false
  })
}
