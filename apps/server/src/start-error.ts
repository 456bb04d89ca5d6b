import { StorageError } from '@vispera/storage'

/** The server cannot start; the message is one line that says what to do. */
export class StartError extends Error {}

/** The line to show for whatever kept the server from starting; null for something that nobody expected. */
export function startProblem(
  error: unknown,
  { port, host }: { port: number; host: string | undefined },
): string | null {
  if (error instanceof StartError) return error.message
  if (error instanceof StorageError) return `The data cannot be opened: ${error.message}`
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose a port above 1023: PORT=8080 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is not an address of this machine. Leave HOST out to listen on all of them.`
    default:
      return null
  }
}
