import type { Locale } from '../kind.ts'
import {
  type ExampleBoard,
  inWords,
  linksFrom,
  noteMaker,
  orderKey,
  type TextKey,
  type Words,
} from './example-board.ts'

type StepFields = Readonly<Record<string, unknown>>

/** One victory, nine steps in four threads, three interim goals; the care thread hangs. */
export function exampleBackcast(words: Words, locale: Locale): ExampleBoard {
  const { note } = noteMaker(words, locale)
  const step = (id: TextKey, threadId: string, grounding: string, more: StepFields = {}) =>
    note(id, 'step', id, {
      place: { zone: 'path', order: orderKey(0) },
      fields: { threadId, grounding, gate: 'all', ...more },
    })
  const goal = (felt: TextKey): StepFields => ({ interimGoal: true, felt: words[felt] })
  const inTray = (id: TextKey, index: number, threadId: string) =>
    note(id, 'step', id, { place: { zone: 'tray', order: orderKey(index) }, fields: { threadId } })
  return {
    id: 'backcast',
    kind: 'victory-backcast',
    title: words['board.backcast'],
    notes: [
      note('victory', 'victory', 'V', {
        fields: {
          horizon: inWords(words['V.horizon'], 'relative'),
          signs: [words['V.sign1'], words['V.sign2']].join('\n'),
        },
      }),
      note('instant-before', 'instant-before', 'I', {
        fields: {
          whoIsThere: [words['I.who1'], words['I.who2'], words['I.who3'], words['I.who4']].join('\n'),
          whoMustSayYes: words['I.yes'],
          whyNow: words['I.why'],
        },
      }),
      step('s1', 'deciders', 'needs-more', goal('s1.felt')),
      step('s2', 'deciders', 'unknown'),
      step('s3', 'allies', 'needs-more'),
      step('s4', 'opinion', 'needs-more', goal('s4.felt')),
      step('s5', 'people', 'can-start-now'),
      step('s6', 'people', 'needs-more', goal('s6.felt')),
      step('s7', 'opinion', 'can-start-now', { gate: 'any' }),
      step('s8', 'people', 'true-now'),
      step('s9', 'care', 'unknown'),
      inTray('tray1', 0, 'opinion'),
      inTray('tray2', 1, 'people'),
      note('assumption1', 'assumption', 'assumption1', {
        place: { zone: 'assumptions', order: orderKey(0) },
        fields: { howWeWillTest: words['assumption1.test'] },
      }),
      note('question1', 'question', 'question1', { place: { zone: 'questions', order: orderKey(0) } }),
      note('decision1', 'decision', 'decision1', {
        place: { zone: 'questions', order: orderKey(1) },
        fields: { method: 'consent', reservations: words['decision1.reservation'] },
      }),
    ],
    links: linksFrom([
      ['needs', 'victory', 's1'],
      ['needs', 's1', 's2'],
      ['needs', 's1', 's3'],
      ['needs', 's2', 's4'],
      ['needs', 's2', 's5'],
      ['needs', 's3', 's6'],
      ['needs', 's4', 's7'],
      ['needs', 's5', 's8'],
      ['needs', 's6', 's8'],
      ['needs', 's7', 's9'],
      ['came-from', 'question1', 's9'],
      ['came-from', 'decision1', 's9'],
      ['came-from', 'assumption1', 's1'],
    ]),
    settings: {},
  }
}
