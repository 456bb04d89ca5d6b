/** Which entry a key leads to, or undefined when the key is not about moving. Entries wrap at both ends. */
export function entryForKey(key: string, current: number, size: number): number | undefined {
  if (size === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % size
    case 'ArrowUp':
      return (current <= 0 ? size : current) - 1
    case 'Home':
      return 0
    case 'End':
      return size - 1
    default:
      return undefined
  }
}

/**
 * The entry that typed letters lead to: after the current one for a first letter (so that the same letter again
 * goes on to the next), from the current one for longer words.
 */
export function entryForLetters(
  labels: readonly string[],
  current: number,
  typed: string,
): number | undefined {
  const sought = typed.toLocaleLowerCase()
  const isOneLetter = new Set(sought).size === 1
  const needle = isOneLetter ? sought.slice(0, 1) : sought
  const start = isOneLetter ? current + 1 : Math.max(current, 0)
  for (let step = 0; step < labels.length; step++) {
    const index = (start + step) % labels.length
    if (labels[index]?.trim().toLocaleLowerCase().startsWith(needle)) return index
  }
  return undefined
}

const pauseMs = 600

/** Gathers letters typed in one go; a pause begins a new word. `atMs` is the event's own time. */
export function gatherLetters() {
  let typed = ''
  let lastMs = Number.NEGATIVE_INFINITY
  return (letter: string, atMs: number): string => {
    typed = atMs - lastMs > pauseMs ? letter : typed + letter
    lastMs = atMs
    return typed
  }
}
