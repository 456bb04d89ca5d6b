import { workshopFileVersion } from '@vispera/board'

/** The largest file that is sent at all; a bigger one is no saved workshop. */
const maxBytes = 40 * 1024 * 1024

/** Why a file cannot be a saved workshop, as a message id. */
export type FileProblem = `shell.import.${'too-large' | 'broken' | 'foreign' | 'newer'}`

/**
 * Looks at a file before it is sent: what can be told at once is told at once. The server decides; it reads
 * every record again.
 */
export function findFileProblem(text: string, bytes: number): FileProblem | null {
  if (bytes > maxBytes) return 'shell.import.too-large'
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return 'shell.import.broken'
  }
  if (typeof read !== 'object' || read === null) return 'shell.import.foreign'
  const { format, version } = read as { format?: unknown; version?: unknown }
  if (format !== 'vispera-workshop') return 'shell.import.foreign'
  return typeof version === 'number' && version > workshopFileVersion ? 'shell.import.newer' : null
}
