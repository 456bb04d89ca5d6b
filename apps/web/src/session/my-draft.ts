import { Doc } from 'yjs'
import { type DeviceCopies, keepFrom } from './device-copy.ts'
import { type Line, type LineOptions, openLine } from './line.ts'

/**
 * My own draft document: notes that are not revealed yet, and ballots. Nobody but this seat and the server ever
 * receives it.
 */
export interface MyDraft {
  readonly doc: Doc
  /** Whether everything that this device or the server kept of it is there. */
  isReady(): boolean
  /** Changes that the server does not have yet. */
  pending(): number
}

export interface KeptLine extends MyDraft {
  /** Null until the copy on this device has been read. */
  line(): Line | null
  close(): void
}

/** Opens a document with what this device kept, then its line; `onChange` when either says something new. */
export function openKeptLine(
  options: Omit<LineOptions, 'doc'>,
  copies: DeviceCopies,
  onChange: () => void,
): KeptLine {
  const doc = new Doc()
  let line: Line | null = null
  let isClosed = false
  void keepFrom(copies, options.name, doc).then((kept) => {
    if (isClosed) return
    line = openLine({ ...options, ...kept, doc }, onChange)
    onChange()
  })
  return {
    doc,
    isReady: () => line !== null && (line.hasArrived() || doc.store.clients.size > 0),
    pending: () => line?.document.status().pending ?? 0,
    line: () => line,
    close() {
      isClosed = true
      line?.close()
      copies.release(options.name)
      doc.destroy()
    },
  }
}
