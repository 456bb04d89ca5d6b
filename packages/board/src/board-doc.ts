import * as Y from 'yjs'

/** Root types of a board document; nothing else may be written there. */
export const boardRoots = { notes: 'map', links: 'map', settings: 'map' } as const
/** Root types of the `threads` document. */
export const threadsRoots = { links: 'map' } as const
/** Root types of the `stage` document; only the server writes it. */
export const stageRoots = { workshop: 'map', boards: 'map' } as const
/** Root types of a participant's `draft` document. */
export const draftRoots = { notes: 'map' } as const

/** A document of a workshop, for packages that hand it on without knowing Yjs. */
export type BoardDoc = Y.Doc

export const notesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('notes')
export const linksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links')

/**
 * Settings of one board that the group writes together (the day being pictured, renamed rows and lanes,
 * dismissed prompts). Words are Y.Text, the rest plain values.
 */
export const settingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settings')

// The one thing that browsers and servers both bring; this package sees neither's types.
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A random id (about 95 bits), never derived from a person, a time or a device. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  let id = ''
  for (const byte of bytes) if (byte < 248 && id.length < 16) id += alphabet[byte % 62]
  return id
}

/** A Y.Text that already holds `text`. */
export const newText = (text: string): Y.Text => new Y.Text(text)
