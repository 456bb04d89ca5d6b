import { crc32 } from 'node:zlib'
import { postgresError } from './postgres-error.ts'

/** The sum over a document's name and its bytes; what is stored is this plus the number, which only the server knows. */
export const checksum = (name: string, bytes: Uint8Array): number => crc32(bytes, crc32(`${name}\n`))

/** As the server adds them (append.ts), so that bytes in the wrong place are caught as well. */
export const checksumAt = (name: string, seq: number, bytes: Uint8Array): number =>
  (checksum(name, bytes) + seq) % 2 ** 32

export function verified(name: string, seq: number, bytes: unknown, sum: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array) || checksumAt(name, seq, bytes) !== Number(sum)) {
    throw damaged(name, `checksum of update ${seq} is wrong`)
  }
  // The driver's Buffer is one too, but nobody is to meet what else it can do.
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export const damaged = (name: string, detail: string) =>
  postgresError('damaged', `document ${name}: ${detail}`)
