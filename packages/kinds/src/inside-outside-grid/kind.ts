import { linkKindsOf } from '../common/link-kinds.ts'
import { commitment, decision, question, tension } from '../common/note-kinds.ts'
import { carryTo } from '../common/sends.ts'
import type { Kind } from '../kind.ts'
import { deriveGrid, type GridDerived } from './derive.ts'
import { columns, moment, room, rows, tactic } from './note-kinds.ts'
import { gridPrompts } from './prompts.ts'
import { gridZones } from './zones.ts'

/** Place tactics by side and space, pair them so each strengthens the other, line them up at moments. */
export const insideOutsideGrid: Kind = {
  id: 'inside-outside-grid',
  layout: {
    engine: 'grid',
    rows,
    columns,
    item: 'tactic',
    strip: 'closed-rooms',
    moments: { zone: 'moments', kind: 'moment', link: 'at-moment' },
    side: ['tray', 'cautions'],
    arrangements: [
      { id: 'grid' },
      { id: 'alignment', by: 'at-moment' },
      { id: 'by-step', by: 'calls-for' },
      { id: 'by-ally', by: 'whoRole' },
    ],
    filters: ['calls-for', 'whoRole', 'at-moment', 'riskLevel', 'status'],
  },
  zones: gridZones,
  fixedNotes: [],
  noteKinds: [tactic, room, moment, tension, question, decision, commitment],
  linkKinds: linkKindsOf(
    'opens-door-for',
    'carries-inside',
    'keeps-pressure-on',
    'aligns-with',
    'undercuts',
    'at-moment',
    'calls-for',
    'serves',
    'asks-of',
    'protects',
    'exposes',
    'lives-out',
    'in-tension',
    'came-from',
  ),
  settings: [],
  flow: [
    { stage: 'arrive', minutes: 5 },
    { stage: 'discuss', minutes: 7 },
    { stage: 'discuss', minutes: 6 },
    { stage: 'write-silent', minutes: 8 },
    { stage: 'reveal', minutes: 2 },
    { stage: 'place', minutes: 14 },
    { stage: 'discuss', minutes: 6 },
    { stage: 'place', minutes: 8 },
    { stage: 'link', minutes: 12 },
    { stage: 'check', minutes: 10 },
    { stage: 'break', minutes: 5 },
    { stage: 'vote', minutes: 5 },
    { stage: 'decide', minutes: 8 },
    { stage: 'harvest', minutes: 6 },
    { stage: 'close', minutes: 4 },
  ],
  quick: [
    { stage: 'write-silent', minutes: 5 },
    { stage: 'place', minutes: 10 },
    { stage: 'link', minutes: 8 },
    { stage: 'check', minutes: 5 },
    { stage: 'vote', minutes: 3 },
    { stage: 'harvest', minutes: 4 },
  ],
  sends: [
    {
      id: 'commitment',
      from: ['tactic'],
      link: 'came-from',
      linksBack: true,
      toKind: 'next-steps',
      creates: 'commitment',
      copiesText: true,
    },
    ...carryTo('next-steps', ['commitment', 'question', 'tension', 'decision']),
  ],
  record: [
    { part: 'cells' },
    {
      part: 'sentences',
      links: ['opens-door-for', 'carries-inside', 'keeps-pressure-on', 'aligns-with', 'undercuts'],
    },
    { part: 'moments' },
    { part: 'list', zone: 'closed-rooms' },
    { part: 'prompts' },
    { part: 'list', zone: 'cautions' },
    { part: 'kind', noteKind: 'decision' },
    { part: 'kind', noteKind: 'commitment' },
    { part: 'kind', noteKind: 'question' },
    { part: 'sent', send: 'commitment' },
  ],
  csv: true,
  defaultSafety: 'guarded',
  derive: deriveGrid,
  prompts: gridPrompts,
  marks: {
    'maybe-done': (derived) => (derived as GridDerived).maybeDone,
    'check-date': (derived) => (derived as GridDerived).datesToCheck.map(({ tactic }) => tactic),
    passed: (derived) => (derived as GridDerived).passedMoments,
    'new-moment': (derived) => (derived as GridDerived).toNewMoment,
    reread: (derived) => (derived as GridDerived).spacesToReread,
  },
  messages: {
    en: () => import('./messages/en.json', { with: { type: 'json' } }),
    es: () => import('./messages/es.json', { with: { type: 'json' } }),
    ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
  },
}
