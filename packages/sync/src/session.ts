/**
 * Who is at the other end of a connection and what they may do in this document. Fields are read
 * afresh for every frame, so an app may change them (a stage that closes for writing) while the
 * connection lives: hand in an object with getters, or change the object.
 */
export interface Session {
  /** Owner of the Yjs client ids written through this connection; stable across reconnects. */
  readonly participant: string
  /** Updates of a reader are dropped, never relayed. */
  readonly access: 'read' | 'write'
  /** Put as `user` into every presence state of this connection. `null`: shows no presence (a screen). */
  readonly presence: PresenceIdentity | null
}

/** JSON, for instance `{ participant, name, colour, role }`. */
export type PresenceIdentity = Readonly<Record<string, unknown>>
