import type { NewNote } from '@vispera/board'
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

/** Six tactics in their cells, three moments, three pairs, closed rooms and two things to watch. */
export function exampleGrid(words: Words, locale: Locale): ExampleBoard {
  const { note } = noteMaker(words, locale)
  const tactic = (id: TextKey, row: string, col: string, more: Partial<NewNote> = {}, index = 0) =>
    note(id, 'tactic', id, { place: { row, col, order: orderKey(index) }, ...more })
  const by = (role: TextKey, more: Readonly<Record<string, unknown>> = {}): Partial<NewNote> => ({
    fields: { whoRole: words[role], ...more },
  })
  const inZone = (zone: string, kind: string, id: TextKey, index: number, fields: NewNote['fields'] = {}) =>
    note(id, kind, id, { place: { zone, order: orderKey(index) }, fields })
  return {
    id: 'grid',
    kind: 'inside-outside-grid',
    title: words['board.grid'],
    notes: [
      tactic('t1', 'outside', 'created', by('t1.role', { status: 'idea' })),
      tactic('t2', 'outside', 'created', by('t2.role', { status: 'idea' }), 1),
      tactic('t3', 'inside', 'invited', by('t3.role', { status: 'chosen', coOptation: 'watch' })),
      tactic('t4', 'outside', 'claimed', by('t4.role', { status: 'chosen' })),
      tactic('t5', 'bridge', 'created', { sensitivity: 'sensitive' }),
      tactic('t6', 'inside', 'created', by('t6.role', { status: 'idea' })),
      inZone('moments', 'moment', 'm1', 0, {
        whose: 'ours',
        when: inWords(words['m1.when']),
        certain: 'likely',
        kindOf: 'festival',
      }),
      inZone('moments', 'moment', 'm2', 1, {
        whose: 'theirs',
        when: inWords(words['m2.when']),
        certain: 'fixed',
        kindOf: 'hearing',
      }),
      inZone('moments', 'moment', 'm3', 2, {
        whose: 'theirs',
        when: inWords(words['m3.when']),
        certain: 'fixed',
        kindOf: 'deadline',
      }),
      inZone('closed-rooms', 'room', 'r1', 0, {
        openness: 'closed',
        whoHoldsDoor: words['r1.door'],
        level: 'local',
      }),
      inZone('closed-rooms', 'room', 'r2', 1, {
        openness: 'closed',
        whoHoldsDoor: words['r2.door'],
        level: 'local',
      }),
      inZone('closed-rooms', 'room', 'r3', 2, {
        openness: 'claimed',
        whoHoldsDoor: words['r3.door'],
        level: 'local',
      }),
      inZone('tray', 'tactic', 'gtray1', 0),
      inZone('tray', 'tactic', 'gtray2', 1),
      inZone('cautions', 'tension', 'c1', 0),
      inZone('cautions', 'tension', 'c2', 1),
    ],
    links: linksFrom([
      ['opens-door-for', 't4', 't6'],
      ['aligns-with', 't4', 't3'],
      ['keeps-pressure-on', 't2', 't3'],
      ['at-moment', 't1', 'm1'],
      ['at-moment', 't3', 'm2'],
      ['at-moment', 't4', 'm2'],
      ['at-moment', 't6', 'm3'],
    ]),
    settings: {},
  }
}
