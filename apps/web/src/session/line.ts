import { type OpenDocument, openDocument } from '@vispera/sync/client'
import type { Doc } from 'yjs'
import { refusalOf } from './refusal.ts'
import type { DocumentState } from './save-state.ts'
import { trackWaiting, type Waiting } from './waiting.ts'
import type { Refusal } from './workshop-session.ts'

export interface LineOptions {
  /** Of the socket route. */
  readonly url: string
  /** The document's name. */
  readonly name: string
  readonly token: () => string
  readonly doc: Doc
}

/** One document's line to the server, and what waits on it. */
export interface Line {
  readonly document: OpenDocument
  readonly waiting: Waiting
  state(): DocumentState
  refusal(): Refusal | null
  close(): void
}

/** Opens a line; `onChange` when its status or what waits changes. */
export function openLine({ url, name, token, doc }: LineOptions, onChange: () => void): Line {
  const document = openDocument({ url, document: name, token: token(), doc })
  const waiting = trackWaiting(document, onChange)
  return {
    document,
    waiting,
    state: () => ({ status: document.status(), waitingNotes: waiting.notes(), isSlow: waiting.isSlow() }),
    refusal: () => refusalOf(document.status()),
    close() {
      waiting.close()
      document.close()
    },
  }
}
