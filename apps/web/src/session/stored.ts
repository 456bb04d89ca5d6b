/**
 * Small choices kept on this device (language, theme, hidden cursor). Storage may be switched off or full:
 * then a choice lasts as long as the page.
 */
const inMemory = new Map<string, string>()

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(`vispera.${key}`) ?? inMemory.get(key) ?? null
  } catch {
    return inMemory.get(key) ?? null
  }
}

export function writeStored(key: string, value: string | null): void {
  if (value === null) inMemory.delete(key)
  else inMemory.set(key, value)
  try {
    if (value === null) localStorage.removeItem(`vispera.${key}`)
    else localStorage.setItem(`vispera.${key}`, value)
  } catch {
    // Kept in memory above.
  }
}
