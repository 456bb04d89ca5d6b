import { crc32 } from 'node:zlib'

/** Of an update or snapshot. The name and number go into the sum, so that bytes in the wrong place are caught as well. */
export const checksumOf = (document: string, seq: number, bytes: Uint8Array): number =>
  crc32(bytes, crc32(`${document}\n${seq}`))

/** Of a record's JSON, in its place. */
export const recordChecksumOf = (collection: string, key: string, json: string): number =>
  crc32(json, crc32(`${collection}\n${key}\n`))
