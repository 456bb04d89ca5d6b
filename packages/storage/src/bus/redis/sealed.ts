import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/**
 * Closes messages, and the names of channels, under a secret that all nodes share and Redis does not know: whoever listens there reads nothing,
 * and whoever speaks there is not heard. A message fits its own channel only.
 */
export function createSeal(secret: Uint8Array) {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'vispera-bus', purpose, 32))
  const [key, nameKey] = [derive('messages'), derive('names')]
  return {
    name: (channel: string): string =>
      createHmac('sha256', nameKey).update(channel).digest('base64url').slice(0, 22),

    close(channel: string, ...parts: readonly Uint8Array[]): Buffer {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(channel))
      const body = parts.map((part) => cipher.update(part))
      cipher.final()
      return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
    },

    /** Null for what was not closed under the same secret, or for another channel. */
    open(channel: string, sealed: Buffer): Uint8Array | null {
      if (sealed.length < nonceBytes + tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
      decipher.setAAD(Buffer.from(channel))
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      try {
        const body = decipher.update(sealed.subarray(nonceBytes + tagBytes))
        decipher.final()
        return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
      } catch {
        return null // somebody else's
      }
    },
  }
}
