import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored.ts'

/** Choices of one person, kept on this device: off until switched on. */
export type Preference = 'hide-cursor' | 'hide-others' | 'no-single-keys' | 'chime'

const listeners = new Set<() => void>()

export const isPreferred = (preference: Preference): boolean => readStored(preference) === 'yes'

export function prefer(preference: Preference, on: boolean): void {
  writeStored(preference, on ? 'yes' : null)
  for (const listener of listeners) listener()
}

export const usePreference = (preference: Preference): boolean =>
  useSyncExternalStore(onPreferences, () => isPreferred(preference))

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
