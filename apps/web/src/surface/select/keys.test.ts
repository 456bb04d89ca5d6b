import { describe, expect, it } from 'vitest'
import { letterOf } from './keys.ts'

describe('single keys', () => {
  it('are matched by the letter they print', () => {
    expect(letterOf({ key: 'n', code: 'KeyN' })).toBe('n')
    expect(letterOf({ key: 'N', code: 'KeyN' })).toBe('n')
    // On a French keyboard the key of Z prints W: what people read on it counts.
    expect(letterOf({ key: 'w', code: 'KeyZ' })).toBe('w')
  })

  it('are matched by their place where the keyboard prints another script', () => {
    expect(letterOf({ key: 'ى', code: 'KeyN' })).toBe('n')
    expect(letterOf({ key: 'т', code: 'KeyN' })).toBe('n')
  })

  it('are no letters otherwise', () => {
    expect(letterOf({ key: 'Enter', code: 'Enter' })).toBeNull()
    expect(letterOf({ key: '!', code: 'Digit1' })).toBeNull()
    expect(letterOf({ key: 'é', code: 'Digit2' })).toBeNull()
  })
})
