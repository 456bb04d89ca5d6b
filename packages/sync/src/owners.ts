import type { RecordChange, Store } from '@vispera/storage'

/** The server as a writer. A participant is a string, so nobody can be taken for it. */
export const server = null
export type Owner = string | typeof server

const collection = 'client-id'
const keysOf = (document: string) => `${document}\n`

/**
 * Who writes under which Yjs client id, in one document. An id belongs for ever to the participant who
 * wrote under it first: whoever else could write there could make two people see different boards
 * under equal state vectors. Kept as records beside the log, written in the same transaction.
 */
export async function loadOwners(store: Store, document: string) {
  const owners = new Map<number, Owner>()
  const prefix = keysOf(document)
  for (const { key, value } of await store.list(collection, prefix)) {
    owners.set(Number(key.slice(prefix.length)), typeof value === 'string' ? value : server)
  }

  return {
    of: (client: number): Owner | undefined => owners.get(client),

    /** The id that the server wrote under before, if it did. */
    serverClient(): number | undefined {
      for (const [client, owner] of owners) if (owner === server) return client
      return undefined
    },

    claim(clients: Iterable<number>, owner: Owner): RecordChange[] {
      return [...clients].map((client) => {
        owners.set(client, owner)
        return { kind: 'put', collection, key: `${prefix}${client}`, value: owner }
      })
    },

    /** Claims whose commit failed. */
    giveBack(claims: readonly RecordChange[]) {
      for (const { key } of claims) owners.delete(Number(key.slice(prefix.length)))
    },
  }
}

export type Owners = Awaited<ReturnType<typeof loadOwners>>

/** Forgets the owners in the document `path` and in all documents below it. */
export async function forgetOwners(store: Store, path: string) {
  const below = path.endsWith('/') ? path : `${path}/`
  const found = [...(await store.list(collection, keysOf(path))), ...(await store.list(collection, below))]
  await store.write(found.map(({ key }) => ({ kind: 'delete', collection, key })))
}
