import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../session/stored.ts'

/** `contrast` is high contrast over whatever the system says of light and dark. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

const listeners = new Set<() => void>()
let current = themeOf(readStored('theme'))
apply()

export function setTheme(theme: Theme): void {
  current = theme
  writeStored('theme', theme === 'system' ? null : theme)
  apply()
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => current)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function themeOf(saved: string | null): Theme {
  return themes.find((theme) => theme === saved) ?? 'system'
}

function apply(): void {
  const { dataset } = document.documentElement
  if (current === 'light' || current === 'dark') dataset.theme = current
  else delete dataset.theme
  if (current === 'contrast') dataset.contrast = 'more'
  else delete dataset.contrast
}
