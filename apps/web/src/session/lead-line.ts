import type { Role } from '@vispera/board'
import { Doc } from 'yjs'
import { type LineOptions, openLine } from './line.ts'

/** Whose the `lead` document is to read: those who lead or keep people safe. */
export const keeps = (role: Role): boolean =>
  role === 'host' || role === 'facilitator' || role === 'safety-keeper'

/** The `lead` document: who waits at the door, wishes to lower the safety level. Never kept on the device. */
export interface LeadLine {
  readonly doc: Doc
  close(): void
}

export function openLeadLine(options: Omit<LineOptions, 'doc'>, onChange: () => void): LeadLine {
  const doc = new Doc()
  const line = openLine({ ...options, doc }, onChange)
  doc.on('update', onChange)
  return {
    doc,
    close() {
      line.close()
      doc.destroy()
    },
  }
}
