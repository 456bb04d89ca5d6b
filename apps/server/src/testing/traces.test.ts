import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { traceOf } from './traces.ts'

const secret = 'canary-in-the-coal-mine'
const around = (bytes: Buffer) => Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')])

test('a secret is found however it is wrapped', () => {
  const wrapped = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(secret, 'utf16le').swap16(),
    deflateSync(Buffer.from(`x ${secret} y`)),
    gzipSync(Buffer.from(JSON.stringify({ text: secret }))),
    Buffer.from(Buffer.from(secret).toString('hex')),
    deflateSync(Buffer.from(Buffer.from(`ab${secret}`).toString('base64'))),
    ...['', 'a', 'ab', 'abc'].map((before) =>
      Buffer.from(Buffer.from(`${before}${secret}, and more`).toString('base64url')),
    ),
  ]
  for (const bytes of wrapped) expect(traceOf(secret, around(bytes))).not.toBe(null)
})

test('what is not there is not found', () => {
  expect(traceOf(secret, around(deflateSync(Buffer.from('nothing of the kind'))))).toBe(null)
})
