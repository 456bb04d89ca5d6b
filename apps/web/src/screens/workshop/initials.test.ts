import { expect, it } from 'vitest'
import { initialsOf } from './people-button.tsx'

it('a face carries two letters of a name, in its own script', () => {
  expect(['Amina', 'farai moyo', 'Lucía de la O', 'Кира', ''].map(initialsOf)).toEqual([
    'AM',
    'FM',
    'LO',
    'КИ',
    '',
  ])
})

it('Arabic letters join up, so one is enough', () => {
  expect(initialsOf('أمينة حسن')).toBe('أ')
})

it('a name of emoji is taken as it is', () => {
  expect(initialsOf('🌿')).toBe('🌿')
})
