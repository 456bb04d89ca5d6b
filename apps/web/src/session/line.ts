import { notesOf } from '@vispera/board'
import { type OpenDocument, openDocument, type Wire } from '@vispera/sync/client'
import { type Doc, encodeStateAsUpdate } from 'yjs'
import type { Aside } from './asides.ts'
import { refusalOf } from './refusal.ts'
import type { DocumentState } from './save-state.ts'
import { trackWaiting, type Waiting } from './waiting.ts'
import type { Refusal } from './workshop-session.ts'

export interface LineOptions {
  /** The socket that all documents share. */
  readonly wire: Wire
  /** The document's name. */
  readonly name: string
  readonly doc: Doc
  /** The generation of what `doc` holds, and who is told it once the server has said it (device-copy.ts). */
  readonly generation?: number
  readonly onGeneration?: (generation: number) => void
  /** Told of notes that were deleted while they were written on here and not sent. */
  readonly onGone?: (aside: Aside) => void
  /** Whether the server holds back what is written here just now: it waits, and nothing is wrong. */
  readonly isHeldBack?: () => boolean
}

/** One document's line to the server, and what waits on it. */
export interface Line {
  /** The document's name. */
  readonly name: string
  readonly document: OpenDocument
  readonly waiting: Waiting
  /** Whether everything that the server has arrived at least once; stays true through broken lines. */
  hasArrived(): boolean
  state(): DocumentState
  refusal(): Refusal | null
  close(): void
}

/** Opens a line; `onChange` when its status or what waits changes. */
export function openLine({ name, onGone, ...options }: LineOptions, onChange: () => void): Line {
  const document = openDocument({ ...options, document: name })
  let hasArrived = false
  let away: { readonly notes: readonly string[]; readonly copy: Uint8Array } | null = null
  const waiting = trackWaiting(document, () => {
    const { connection, synced } = document.status()
    hasArrived ||= synced
    if (synced) findGone()
    // Back, and about to hear what others did meanwhile.
    else if (connection === 'online') away ??= whatWaits()
    onChange()
  })
  const stands = (id: string) => notesOf(document.doc).has(id)

  function whatWaits() {
    const notes = waiting.notes().filter(stands)
    return notes.length === 0 ? null : { notes, copy: encodeStateAsUpdate(document.doc) }
  }
  function findGone() {
    const notes = away?.notes.filter((id) => !stands(id)) ?? []
    if (away && notes.length > 0) onGone?.({ document: name, copy: away.copy, why: 'gone', notes })
    away = null
  }
  return {
    name,
    document,
    waiting,
    state: () => ({
      status: document.status(),
      waitingNotes: waiting.notes().length,
      isSlow: waiting.isSlow(),
    }),
    hasArrived: () => hasArrived,
    refusal: () => refusalOf(document.status(), hasArrived),
    close() {
      waiting.close()
      document.close()
    },
  }
}
