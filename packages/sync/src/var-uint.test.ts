import { createDecoder, hasContent, readVarUint } from 'lib0/decoding'
import { expect, test } from 'vitest'
import { putVarUint, varUintLength } from './var-uint.ts'

test('lib0 reads the numbers back, each from as many bytes as were foretold', () => {
  const powers = Array.from({ length: 53 }, (_, power) => 2 ** power)
  for (const value of [0, ...powers.flatMap((power) => [power - 1, power, power + 1])]) {
    const bytes = new Uint8Array(varUintLength(value))
    expect(putVarUint(bytes, 0, value)).toBe(bytes.length)
    const decoder = createDecoder(bytes)
    expect(readVarUint(decoder)).toBe(value)
    expect(hasContent(decoder)).toBe(false)
  }
})
