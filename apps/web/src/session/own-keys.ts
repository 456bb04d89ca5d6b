import { readStored, writeStored } from './stored.ts'

/** Under which name they are stored; leaving the workshop forgets them (device-copy.ts). */
const nameOf = (workshop: string) => `keys.${workshop}`

const held = new Map<string, Map<string, string>>()

/**
 * The keys with which an anonymous author can still change what they wrote: a random one for each note, by its
 * hash, which stands on the note. They never leave this device unless their owner uses one; in a protected
 * workshop they go with the page.
 */
export function ownKeys(workshop: string): ReadonlyMap<string, string> {
  const known = held.get(workshop)
  if (known) return known
  const keys = new Map(Object.entries(read(workshop)))
  held.set(workshop, keys)
  return keys
}

export function keepKeys(
  workshop: string,
  keys: ReadonlyMap<string, string>,
  { inMemory }: { inMemory: boolean },
): void {
  held.set(workshop, new Map([...ownKeys(workshop), ...keys]))
  writeStored(nameOf(workshop), inMemory ? null : JSON.stringify(Object.fromEntries(ownKeys(workshop))))
}

function read(workshop: string): Record<string, string> {
  try {
    const stored: unknown = JSON.parse(readStored(nameOf(workshop)) ?? '{}')
    const entries = Object.entries(typeof stored === 'object' && stored !== null ? stored : {})
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
