import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Small secrets that rest in the store, but open only with something that does not: a token, a key, the
 * pepper file. AES-256-GCM under a key derived from that secret.
 */
export function seal(text: string, secret: string | Uint8Array, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` made; null with any other secret, or when it was damaged. */
export function unseal(sealed: string, secret: string | Uint8Array, purpose: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret, purpose), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const sealingKey = (secret: string | Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', secret, 'vispera-seal', purpose, 32))
