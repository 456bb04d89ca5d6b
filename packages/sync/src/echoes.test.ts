import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, test } from 'vitest'
import { createEchoes } from './echoes.ts'

test('a frame comes back as it was told', () => {
  const echoes = createEchoes()
  echoes.remember(bytesOf(some(3)), some(3))
  expect(echoes.has(bytesOf(some(3)), undefined)).toBe(true)
  expect(echoes.has(bytesOf(some(2)), undefined)).toBe(false)
})

test.each([2, 128, 129, 200])('of %i states a frame comes back without the one of its sender', (count) => {
  const echoes = createEchoes()
  const parts = some(count)
  echoes.remember(bytesOf(parts), parts)
  for (const own of [0, 1, count - 1]) {
    const rest = parts.filter(({ client }) => client !== own)
    expect(echoes.has(bytesOf(rest), own)).toBe(true)
    // Whoever leaves out somebody else's has something of their own to say.
    expect(echoes.has(bytesOf(rest), count)).toBe(false)
    expect(echoes.has(bytesOf(rest), undefined)).toBe(false)
  }
})

test('what differs in one state is no echo', () => {
  const echoes = createEchoes()
  const parts = some(5)
  echoes.remember(bytesOf(parts), parts)
  for (const changed of [0, 1, 3, 4]) {
    const rest = parts
      .filter(({ client }) => client !== 2)
      .map((part) => (part.client === changed ? { client: changed, encoded: state(changed, 'Y') } : part))
    expect(echoes.has(bytesOf(rest), 2)).toBe(false)
  }
})

test('frames of long ago are read like anything else', () => {
  const echoes = createEchoes()
  for (let count = 1; count <= 9; count += 1) echoes.remember(bytesOf(some(count)), some(count))
  expect(echoes.has(bytesOf(some(2)), undefined)).toBe(true)
  expect(echoes.has(bytesOf(some(1)), undefined)).toBe(false)
})

function some(count: number) {
  return Array.from({ length: count }, (_, client) => ({ client, encoded: state(client, 'x') }))
}

function state(client: number, what: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, client)
  writeVarUint(encoder, 7)
  writeVarString(encoder, JSON.stringify({ what: what.repeat(1 + (client % 3)) }))
  return toUint8Array(encoder)
}

function bytesOf(parts: readonly { encoded: Uint8Array }[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, parts.length)
  for (const { encoded } of parts) writeUint8Array(encoder, encoded)
  return toUint8Array(encoder)
}
