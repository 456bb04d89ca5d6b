import type { SyncStatus } from '@vispera/sync/client'
import type { Refusal } from './workshop-session.ts'

/** Close codes of PROTOCOL.md that mean more than "try again". */
const refusals: Readonly<Record<number, Refusal>> = {
  4401: 'expired',
  4403: 'forbidden',
  4404: 'unknown',
  4409: 'set-back',
  4410: 'wiped',
}

/** Why a document stays closed, or null while it is open or may yet open. */
export function refusalOf({ connection, closed }: SyncStatus, hasArrived: boolean): Refusal | null {
  if (!closed || connection === 'online') return null
  // The server could not read the document and tries again with every reconnect; nothing was ever shown.
  if (closed.code === 4503 && !hasArrived) return closed.reason.includes('cannot be read') ? 'damaged' : null
  return refusals[closed.code] ?? null
}
