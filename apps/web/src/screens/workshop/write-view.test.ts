import { expect, it } from 'vitest'
import { firstSentence } from './write-view.tsx'

it('the question stands alone, in any of our languages', () => {
  expect(firstSentence('What is gone? Small and real.', 'en')).toEqual(['What is gone?', 'Small and real.'])
  expect(firstSentence('¿Qué ya no existe? Pequeño y real.', 'es')).toEqual([
    '¿Qué ya no existe?',
    'Pequeño y real.',
  ])
  expect(firstSentence('ما الذي زال؟ صغير وحقيقي.', 'ar')).toEqual(['ما الذي زال؟', 'صغير وحقيقي.'])
})

it('a single sentence has nothing behind it', () => {
  expect(firstSentence('One thing you can see', 'en')).toEqual(['One thing you can see', ''])
  expect(firstSentence('', 'en')).toEqual(['', ''])
})
