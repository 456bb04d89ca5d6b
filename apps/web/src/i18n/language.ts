import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../session/stored.ts'
import { type AppLocale, chooseLocale, dirOf } from './locale.ts'

const listeners = new Set<() => void>()
let current = chooseLocale(readStored('locale'), navigator.languages)
apply()

export const currentLocale = (): AppLocale => current

/** Speaks another language from now on, also on the next visit. */
export function setLocale(locale: AppLocale): void {
  current = locale
  writeStored('locale', locale)
  apply()
  for (const listener of listeners) listener()
}

export const useLocale = (): AppLocale => useSyncExternalStore(subscribe, currentLocale)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function apply(): void {
  document.documentElement.lang = current
  document.documentElement.dir = dirOf(current)
}
