import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../../session/stored.ts'

const nameOf = (workshop: string) => `hearts.${workshop}`
const held = new Map<string, ReadonlySet<string>>()
const listeners = new Set<() => void>()

/** Where I left a heart: known on this device only, in a protected workshop only as long as the page is open. */
function myHearts(workshop: string): ReadonlySet<string> {
  const known = held.get(workshop)
  if (known) return known
  const stored = (readStored(nameOf(workshop)) ?? '').split(' ').filter((id) => id !== '')
  const hearts = new Set(stored)
  held.set(workshop, hearts)
  return hearts
}

export function keepHeart(workshop: string, note: string, on: boolean, { inMemory }: { inMemory: boolean }) {
  const hearts = new Set(myHearts(workshop))
  if (on) hearts.add(note)
  else hearts.delete(note)
  held.set(workshop, hearts)
  writeStored(nameOf(workshop), inMemory || hearts.size === 0 ? null : [...hearts].join(' '))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useMyHearts = (workshop: string): ReadonlySet<string> =>
  useSyncExternalStore(subscribe, () => myHearts(workshop))
