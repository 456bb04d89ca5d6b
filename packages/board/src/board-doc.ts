import * as Y from 'yjs'

/** Root types of a board document; nothing else may be written there. */
export const boardRoots = { notes: 'map', links: 'map', settings: 'map' } as const
/** Root types of the `threads` document. */
export const threadsRoots = { links: 'map' } as const
/** Root types of the `stage` document; only the server writes it. */
export const stageRoots = {
  workshop: 'map',
  boards: 'map',
  agenda: 'map',
  now: 'map',
  votes: 'map',
  decisions: 'map',
  /** Hearts of a gallery: note id to how many. */
  hearts: 'map',
  /** Roles that differ from the link somebody came with: participant id to role. */
  roles: 'map',
  groups: 'map',
  gatherings: 'map',
  /** Where a facilitator points ("look here", "follow me"), and the ready check. */
  attention: 'map',
} as const
/** Root types of a participant's `draft` document: notes not yet revealed, and ballots. */
export const draftRoots = { notes: 'map', ballots: 'map' } as const
/** Root types of the `lead` document: what only those who lead or keep people safe may see. Server-written. */
export const leadRoots = { lead: 'map' } as const

/** A document of a workshop, for packages that hand it on without knowing Yjs. */
export type BoardDoc = Y.Doc

export const notesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('notes')
export const linksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links')

/** The note's map, or undefined when there is none; a peer may have written anything under an id. */
export function noteMapOf(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const map: unknown = notesOf(doc).get(id)
  return map instanceof Y.Map ? map : undefined
}

/** All note maps with their ids. */
export function* noteMapsOf(doc: Y.Doc): Generator<[string, Y.Map<unknown>]> {
  for (const [id, map] of notesOf(doc).entries() as IterableIterator<[string, unknown]>) {
    if (map instanceof Y.Map) yield [id, map]
  }
}

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
export const newText = (text: string): Y.Text => new Y.Text(wellFormed(text))

/** Half a surrogate pair cannot be stored: Yjs would turn its neighbours into replacement marks as well. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
