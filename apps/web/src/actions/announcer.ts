let said = ''
const listeners = new Set<() => void>()

/** Tells screen readers, politely, what this person just did. Drawn by `BoardQuestions`. */
export function announce(words: string): void {
  // The same words twice would be silence: an unseen character makes them news again.
  said = words === said ? `${words}\u200b` : words
  for (const listener of listeners) listener()
}

export const lastAnnounced = (): string => said

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
