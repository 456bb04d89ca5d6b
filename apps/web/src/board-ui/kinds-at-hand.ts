import { type Kind, kindIds, loadKind } from '@vispera/kinds'
import { useCallback, useSyncExternalStore } from 'react'
import { type Later, onDemand } from '../later/later.ts'

const ways = new Map<string, Later<Kind | undefined>>(
  kindIds.map((id) => [id, onDemand(() => loadKind(id))] as const),
)
const atHand = new Map<string, Kind>()
const listeners = new Set<() => void>()
let areAllWanted = false

/** Longest wait for kinds that somebody needs now. */
const patienceMs = 10_000

/** Fetches a kind; undefined for one that this version does not have. Rejects with `NotFetched`. */
export const fetchKind = async (id: string): Promise<Kind | undefined> => ways.get(id)?.fetch()

/** A kind that has been fetched, words and all. */
export const kindAtHand = (id: string): Kind | undefined => atHand.get(id)

/** From now on these can be drawn: they are fetched, and so are their words. */
export function keepAtHand(kinds: readonly Kind[]): void {
  const fresh = kinds.filter((kind) => !atHand.has(kind.id))
  for (const kind of fresh) atHand.set(kind.id, kind)
  if (fresh.length > 0) wake()
}

/**
 * Somebody needs the kinds of the other boards too. Resolves once these are at hand, or after a while; a kind that
 * this version lacks is not waited for.
 */
export function needKinds(ids: readonly string[]): Promise<void> {
  areAllWanted = true
  wake()
  return new Promise((resolve) => {
    const finish = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const look = () => {
      if (ids.every((id) => atHand.has(id) || !ways.has(id))) finish()
    }
    const stop = onKindsAtHand(look)
    const timer = setTimeout(finish, patienceMs)
    look()
  })
}

/** Whether somebody has asked for more kinds than the one on screen. */
export const useAreAllWanted = (): boolean => useSyncExternalStore(onKindsAtHand, () => areAllWanted)

function wake(): void {
  for (const listener of listeners) listener()
}

/** Calls back whenever more kinds are at hand, or wanted. */
export function onKindsAtHand(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useKindAtHand(id: string | undefined): Kind | undefined {
  const find = useCallback(() => (id === undefined ? undefined : kindAtHand(id)), [id])
  return useSyncExternalStore(onKindsAtHand, find)
}
