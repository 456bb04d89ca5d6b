import { describe, expect, test } from 'vitest'
import { entryForKey, entryForLetters, gatherLetters } from './menu-keys.ts'

describe('moving through a menu by keys', () => {
  test('the arrows wrap at both ends', () => {
    expect(entryForKey('ArrowDown', 2, 3)).toBe(0)
    expect(entryForKey('ArrowUp', 0, 3)).toBe(2)
  })

  test('from outside, down enters at the first entry and up at the last', () => {
    expect(entryForKey('ArrowDown', -1, 3)).toBe(0)
    expect(entryForKey('ArrowUp', -1, 3)).toBe(2)
  })

  test('Home and End go to the ends, other keys go nowhere', () => {
    expect(entryForKey('Home', 2, 3)).toBe(0)
    expect(entryForKey('End', 0, 3)).toBe(2)
    expect(entryForKey('x', 0, 3)).toBeUndefined()
    expect(entryForKey('ArrowDown', -1, 0)).toBeUndefined()
  })
})

describe('moving through a menu by letters', () => {
  const labels = ['Move to…', 'Copy', 'Colour', 'Delete', 'Éditer']

  test('the same letter again goes on to the next entry that begins with it', () => {
    expect(entryForLetters(labels, -1, 'c')).toBe(1)
    expect(entryForLetters(labels, 1, 'c')).toBe(2)
    expect(entryForLetters(labels, 2, 'cc')).toBe(1)
  })

  test('a longer beginning stays on the entry it already fits', () => {
    expect(entryForLetters(labels, 2, 'col')).toBe(2)
    expect(entryForLetters(labels, 3, 'co')).toBe(1)
  })

  test('accents count and letters that begin nothing go nowhere', () => {
    expect(entryForLetters(labels, -1, 'é')).toBe(4)
    expect(entryForLetters(labels, -1, 'z')).toBeUndefined()
  })

  test('a pause begins a new word', () => {
    const gather = gatherLetters()
    expect(gather('c', 0)).toBe('c')
    expect(gather('o', 300)).toBe('co')
    expect(gather('m', 2000)).toBe('m')
  })
})
