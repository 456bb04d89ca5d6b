import type { RecordChange, Store } from '@vispera/storage'

/** The server as a writer. A participant is a string, so nobody can be taken for it. */
export const server = null
export type Owner = string | typeof server

/** The server in one of its slots, in one generation of the document (1 where nothing is said). */
interface ServerSlot {
  readonly slot: number
  readonly generation?: number
}

/** Who wrote first under a client id: a participant, or the server in one of its slots. */
export interface Ownership {
  readonly client: number
  readonly owner: string | ServerSlot
}

const collection = 'client-id'
const keysOf = (document: string) => `${document}\n`

/**
 * Who writes under which Yjs client id, in one document. An id belongs for ever to the participant who
 * wrote under it first: whoever else could write there could make two people see different boards
 * under equal state vectors. Kept as records beside the log, written in the same transaction. The server has
 * an id for each slot, so that two machines never write under one, and for each generation: after a document was
 * set back, numbers of the old id are in use on devices that nobody can reach.
 */
export async function loadOwners(store: Store, document: string, slot: number, generation: number) {
  const owners = new Map<number, Ownership['owner']>()
  const prefix = keysOf(document)

  async function refresh() {
    for (const { key, value } of await store.list(collection, prefix)) {
      owners.set(Number(key.slice(prefix.length)), ownerIn(value))
    }
  }

  const claim = (clients: Iterable<number>, owner: Ownership['owner']): RecordChange[] =>
    [...clients].map((client) => {
      owners.set(client, owner)
      const value = typeof owner === 'string' ? owner : recordOf(owner)
      // Two machines may let the same id in at once: the store lets one of them have it.
      return { kind: 'claim', collection, key: `${prefix}${client}`, value }
    })

  await refresh()
  return {
    refresh,
    of(client: number): Owner | undefined {
      const owner = owners.get(client)
      return typeof owner === 'object' ? server : owner
    },
    isKnown: (client: number) => owners.has(client),

    /** The id that the server wrote under in this slot before, if it did. */
    serverClient(): number | undefined {
      for (const [client, owner] of owners)
        if (typeof owner === 'object' && owner.slot === slot && (owner.generation ?? 1) === generation)
          return client
      return undefined
    },

    claim: (clients: Iterable<number>, participant: string) => claim(clients, participant),
    claimForServer: (clients: Iterable<number>) => claim(clients, { slot, generation }),

    /** What was claimed with a batch, for other machines. */
    claimedIn: (claims: readonly RecordChange[]): Ownership[] =>
      claims.flatMap(({ key }) => {
        const client = Number(key.slice(prefix.length))
        const owner = owners.get(client)
        return owner === undefined ? [] : [{ client, owner }]
      }),
    /** After a write that failed: which of these ids nobody has yet, and whether one is somebody else's. */
    async contested(claims: readonly RecordChange[]) {
      const stored = new Map(
        (await store.list(collection, prefix)).map(({ key, value }) => [key, JSON.stringify(value)]),
      )
      const isLost = (claim: RecordChange) =>
        stored.has(claim.key) && 'value' in claim && stored.get(claim.key) !== JSON.stringify(claim.value)
      return { left: claims.filter(({ key }) => !stored.has(key)), lost: claims.some(isLost) }
    },

    /** What another machine has claimed, and committed. */
    learn(claimed: readonly Ownership[]) {
      for (const { client, owner } of claimed) owners.set(client, owner)
    },
  }
}

/**
 * The record of a server's id holds its slot; the first slot has none, as in stores of a single machine. Only
 * documents that were set back know of generations.
 */
const recordOf = ({ slot, generation = 1 }: ServerSlot) =>
  generation === 1 ? slot || null : { slot, generation }

function ownerIn(value: unknown): Ownership['owner'] {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return { slot: typeof value === 'number' ? value : 0 }
  const [slot, generation] = ['slot' in value ? value.slot : 0, 'generation' in value ? value.generation : 1]
  return { slot: Number(slot), generation: Number(generation) }
}

export type Owners = Awaited<ReturnType<typeof loadOwners>>

/** Forgets the owners in the document `path` and in all documents below it. */
export async function forgetOwners(store: Store, path: string) {
  const below = path.endsWith('/') ? path : `${path}/`
  const found = [...(await store.list(collection, keysOf(path))), ...(await store.list(collection, below))]
  await store.write(found.map(({ key }) => ({ kind: 'delete', collection, key })))
}
