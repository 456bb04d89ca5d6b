import type { SyncStatus } from '@vispera/sync/client'
import type { SaveState } from './workshop-session.ts'

/** How one open document stands with the server, and what of it waits. */
export interface DocumentState {
  readonly status: SyncStatus
  readonly waitingNotes: number
  /** Something has waited for longer than a healthy network takes. */
  readonly isSlow: boolean
}

/** The one thing to tell people about all open documents: the worst of them. */
export function saveStateOf(documents: readonly DocumentState[]): SaveState {
  const pending = documents.reduce((sum, { status }) => sum + status.pending, 0)
  const notes = documents.reduce((sum, one) => sum + one.waitingNotes, 0)
  const waiting = pending === 0 ? 0 : notes || pending
  const some = (is: (one: DocumentState) => boolean) => documents.some(is)
  if (some(({ status }) => status.closed?.code === storageFull && status.connection !== 'online')) {
    return { state: 'storage-full', waiting }
  }
  if (some(({ status }) => status.connection === 'refused' && status.pending > 0))
    return { state: 'refused', waiting }
  if (some(({ status }) => status.connection === 'offline')) return { state: 'offline', waiting }
  if (pending === 0) return { state: 'saved', waiting }
  return { state: some(({ isSlow }) => isSlow) ? 'waiting' : 'saving', waiting }
}

/** Close code 4507 of PROTOCOL.md: nothing can be saved, though reading goes on. */
const storageFull = 4507
