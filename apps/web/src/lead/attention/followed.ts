import { useSyncExternalStore } from 'react'

/** Whom this page follows by its own choice; nobody else's business but theirs, who shows where they look. */
let followed: string | null = null
/** Until when somebody looks round by themselves though they are led (this page's ticks). */
let freeUntil = 0
const listeners = new Set<() => void>()

export function followPerson(id: string | null): void {
  if (followed === id) return
  followed = id
  wake()
}
export const useFollowed = (): string | null => useSyncExternalStore(subscribe, () => followed)

/** Looks round freely for a while, or gives that up. */
export function lookRound(forMs: number): void {
  freeUntil = forMs === 0 ? 0 : performance.now() + forMs
  wake()
  if (forMs > 0) setTimeout(wake, forMs + 50)
}
export const useIsFree = (): boolean => useSyncExternalStore(subscribe, () => performance.now() < freeUntil)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function wake(): void {
  for (const listener of listeners) listener()
}
