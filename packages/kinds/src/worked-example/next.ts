import type { Locale } from '../kind.ts'
import { type ExampleBoard, inWords, noteMaker, orderKey, type TextKey, type Words } from './example-board.ts'

/** Three promises, one open question, and what may leave the room. */
export function exampleNextSteps(words: Words, locale: Locale): ExampleBoard {
  const { note } = noteMaker(words, locale)
  const commitment = (id: TextKey, role: TextKey, when: TextKey, index: number) =>
    note(id, 'commitment', id, {
      place: { zone: 'commit', order: orderKey(index) },
      fields: { whoRole: words[role], byWhen: inWords(words[when]), status: 'offered' },
    })
  const inZone = (zone: string, kind: string, id: TextKey) =>
    note(id, kind, id, { place: { zone, order: orderKey(0) } })
  return {
    id: 'next',
    kind: 'next-steps',
    title: words['board.next'],
    notes: [
      commitment('n1', 'n1.role', 'n1.when', 0),
      commitment('n2', 'n2.role', 'n2.when', 1),
      commitment('n3', 'n3.role', 'n3.when', 2),
      inZone('leave', 'decision', 'leave1'),
      inZone('stay', 'decision', 'stay1'),
      inZone('open', 'question', 'open1'),
      inZone('thanks', 'celebration', 'thanks1'),
    ],
    links: [],
    settings: {},
  }
}
