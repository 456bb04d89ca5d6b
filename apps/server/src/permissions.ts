import { type Agenda, type BoardEntry, closedFor, type Groups, groupAccess, type Role } from '@vispera/board'
import { entryOf } from './workshops/entry-of.ts'

/** The documents of a workshop, by what they hold. */
export type DocumentKind = 'stage' | 'threads' | 'board' | 'draft' | 'lead'
export type Access = 'none' | 'read' | 'write'

/**
 * Who may read and write which document through a socket. Nobody but the server writes `stage`; a draft is
 * open to its owner only (see `accessTo`).
 */
const documentAccess: Readonly<Record<Role, Readonly<Record<DocumentKind, Access>>>> = {
  host: { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'read' },
  facilitator: { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'read' },
  scribe: { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'none' },
  interpreter: { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'none' },
  'safety-keeper': { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'read' },
  participant: { stage: 'read', threads: 'write', board: 'write', draft: 'write', lead: 'none' },
  observer: { stage: 'read', threads: 'read', board: 'read', draft: 'none', lead: 'none' },
  screen: { stage: 'read', threads: 'read', board: 'read', draft: 'none', lead: 'none' },
}

const everyone: readonly Role[] = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'participant',
  'observer',
  'screen',
]
const people: readonly Role[] = everyone.filter((role) => role !== 'screen')
const writers: readonly Role[] = people.filter((role) => role !== 'observer')
const leaders: readonly Role[] = ['host', 'facilitator']

/** What can be asked for over HTTP, and by whom. */
const actionRoles = {
  'read-workshop': everyone,
  'read-board': everyone,
  'read-hidden-notes': writers,
  'see-invitation': everyone,
  'take-record': people,
  'take-sensitive-record': writers,
  'take-whole-record': writers,
  'take-calendar': people,
  'rename-self': people,
  'read-media': everyone,
  'add-media': writers,
  'add-notes': writers,
  'add-links': writers,
  'change-workshop': leaders,
  'change-boards': leaders,
  'wipe-workshop': leaders,
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof actionRoles

export const may = (role: Role, action: Action): boolean =>
  (actionRoles[action] as readonly Role[]).includes(role)

/** Roles whose showing of the join code makes or renews it. */
export const showsCode = (role: Role): boolean => writers.includes(role) || role === 'screen'

/** What `who` may do with a document of their own workshop. */
export function accessTo(document: DocumentName, who: { role: Role; participant: string }): Access {
  if (document.kind === 'draft' && document.participant !== who.participant) return 'none'
  return documentAccess[who.role][document.kind]
}

/** What the server knows of a workshop when it decides who may do what. */
export interface Standing {
  readonly agenda: Agenda
  readonly groups: Groups
  readonly boards: readonly BoardEntry[]
}

/** What `who` may do with a document while the workshop stands as it does, at the server's time `at`. */
export function accessNow(
  document: DocumentName,
  who: { role: Role; participant: string },
  { agenda, groups, boards }: Standing,
  at: number,
): Access {
  const most = accessTo(document, who)
  if (most === 'none' || (document.kind !== 'board' && document.kind !== 'threads')) return most
  const entry = document.kind === 'board' ? entryOf(boards, document.board) : undefined
  const ofGroup = entry ? groupAccess(entry, groups, who) : 'write'
  if (ofGroup === 'none') return 'none'
  if (most !== 'write' || ofGroup !== 'write') return 'read'
  // A group's copy stands for the board that it was made from.
  const board = document.kind === 'board' ? (entry?.from ?? document.board) : null
  return closedFor(agenda, who.role, board, at) === null ? 'write' : 'read'
}

export type DocumentName = { readonly workshop: string } & (
  | { readonly kind: 'stage' }
  | { readonly kind: 'threads' }
  | { readonly kind: 'lead' }
  | { readonly kind: 'board'; readonly board: string }
  | { readonly kind: 'draft'; readonly participant: string }
)

const namePattern = /^([A-Za-z0-9_-]{1,64})\/(?:(stage|threads|lead)|(board|draft)\/([A-Za-z0-9_-]{1,64}))$/

/** Reads a document's name as used in `/sync/<document>`; null for anything else. */
export function parseDocumentName(name: string): DocumentName | null {
  const [, workshop, single, kind, id] = namePattern.exec(name) ?? []
  if (workshop === undefined) return null
  if (single === 'stage' || single === 'threads' || single === 'lead') return { workshop, kind: single }
  if (kind === 'board' && id !== undefined) return { workshop, kind, board: id }
  if (kind === 'draft' && id !== undefined) return { workshop, kind, participant: id }
  return null
}
