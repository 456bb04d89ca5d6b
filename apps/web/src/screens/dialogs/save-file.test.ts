import { expect, it } from 'vitest'
import { fileName } from './save-file.ts'

it('a title of any script becomes a file name', () => {
  expect(fileName('سوقنا، مدينتنا')).toBe('سوقنا مدينتنا')
  expect(fileName('Inside / outside: ¿qué?')).toBe('Inside outside qué')
})

it('what file systems refuse never gets in, and there is always a name', () => {
  expect(fileName('../../etc/passwd')).toBe('etc passwd')
  expect(fileName('🌿🌿')).toBe('vispera')
  expect([...fileName('a'.repeat(300))].length).toBe(80)
})
