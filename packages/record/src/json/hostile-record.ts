/** Names the first record of a file that does not parse. */
export class HostileRecord extends Error {}

export function refuseDoubles(records: readonly { readonly id?: unknown }[], what: string): void {
  const seen = new Set<unknown>()
  for (const { id } of records) {
    if (seen.has(id)) throw new HostileRecord(`${what} ${name(id)} is there twice`)
    seen.add(id)
  }
}

/** An id for a message: short, and nothing but an id. */
export const name = (id: unknown): string =>
  typeof id === 'string' ? JSON.stringify(id.slice(0, 64)) : typeof id
