import { inflateRawSync, inflateSync } from 'node:zlib'

/**
 * How a secret can be found in bytes: as it is, as UTF-16, in base64 wherever it begins in a group of three, or in
 * anything in there that inflates. Null when it cannot.
 */
export const traceOf = (secret: string, bytes: Buffer): string | null => findIn(secret, unwrap(bytes))

/** Bytes and everything in them that inflates. */
export const unwrap = (bytes: Buffer): Buffer[] => [bytes, ...[...inflated(bytes)].flatMap(unwrap)]

export function findIn(secret: string, all: readonly Buffer[]): string | null {
  for (const bytes of all) {
    const found = disguises(secret).find(([, needle]) => bytes.includes(needle))
    if (found) return bytes === all[0] ? found[0] : `inflated, ${found[0]}`
  }
  return null
}

function disguises(secret: string): (readonly [string, Buffer])[] {
  const utf16 = Buffer.from(secret, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const base64 = [0, 1, 2].flatMap((shift) => {
    // Whatever stands before and after changes the letters at the ends; those between it cannot.
    const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)])
    const whole = padded.toString('base64')
    const sure = whole.slice(Math.ceil((shift * 4) / 3), Math.floor((padded.length * 8) / 6))
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [
    ['as it is', Buffer.from(secret)],
    ['as UTF-16', utf16],
    ['as UTF-16 the other way round', swapped],
    ['as hexadecimal', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['as an escaped JSON string', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ...base64.map((text) => ['as base64', Buffer.from(text)] as const),
  ]
}

/** What inflates in there: zlib streams (PDF), gzip, files in a ZIP. */
function* inflated(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length - 4; at++) {
    const [first, second = 0] = [bytes[at], bytes[at + 1]]
    const attempt =
      first === 0x78 && ((first << 8) | second) % 31 === 0
        ? () => inflateSync(bytes.subarray(at))
        : first === 0x1f && second === 0x8b
          ? () => inflateRawSync(bytes.subarray(at + 10))
          : first === 0x50 && bytes.readUInt32LE(at) === 0x04034b50
            ? () =>
                inflateRawSync(
                  bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)),
                )
            : null
    if (!attempt) continue
    try {
      yield attempt()
    } catch {
      // It only looked like one.
    }
  }
}
