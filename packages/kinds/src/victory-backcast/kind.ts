import { linkKindsOf } from '../common/link-kinds.ts'
import { decision, question, tension } from '../common/note-kinds.ts'
import { carryTo } from '../common/sends.ts'
import type { Kind } from '../kind.ts'
import { type BackcastDerived, deriveBackcast } from './derive.ts'
import { assumption, gap, instantBefore, laneColors, lanes, obstacle, step, victory } from './note-kinds.ts'
import { backcastPrompts } from './prompts.ts'
import { backcastZones } from './zones.ts'

/** Fix one victory and the instant before it, ask back until today, read it forwards as a plan. */
export const victoryBackcast: Kind = {
  id: 'victory-backcast',
  layout: {
    engine: 'timeline',
    chain: {
      link: 'needs',
      step: 'step',
      gap: 'gap',
      end: 'victory',
      before: 'instant-before',
      lane: 'threadId',
      gate: 'gate',
      goal: 'interimGoal',
      grounding: 'grounding',
      minDepth: 'minDepth',
      truth: { field: 'status', value: 'true' },
    },
    lanes,
    laneColors,
    side: ['tray', 'assumptions', 'questions'],
    arrangements: [{ id: 'backwards' }, { id: 'forwards' }],
  },
  zones: backcastZones,
  fixedNotes: [
    { id: 'victory', kind: 'victory', place: { zone: 'victory' } },
    { id: 'instant-before', kind: 'instant-before', place: { zone: 'instant-before' } },
  ],
  noteKinds: [step, victory, instantBefore, assumption, obstacle, gap, question, decision, tension],
  linkKinds: linkKindsOf('needs', 'calls-for', 'becomes', 'protects', 'exposes', 'in-tension', 'came-from'),
  settings: [
    { id: 'locked.victory', type: 'locked' },
    { id: 'locked.instant-before', type: 'locked' },
  ],
  flow: [
    { stage: 'arrive', minutes: 5 },
    { stage: 'decide', minutes: 8 },
    { stage: 'write-silent', minutes: 7 },
    { stage: 'reveal', minutes: 2 },
    { stage: 'draft-together', minutes: 10 },
    { stage: 'discuss', minutes: 5 },
    { stage: 'write-silent', minutes: 5 },
    { stage: 'place', minutes: 9 },
    { stage: 'backwards', minutes: 20 },
    { stage: 'place', minutes: 10 },
    { stage: 'break', minutes: 7 },
    { stage: 'check', minutes: 10 },
    { stage: 'vote', minutes: 5, dots: 5 },
    { stage: 'read-forward', minutes: 7 },
    { stage: 'check', minutes: 6 },
    { stage: 'link', minutes: 6 },
    { stage: 'close', minutes: 4 },
  ],
  quick: [
    { stage: 'decide', minutes: 4 },
    { stage: 'draft-together', minutes: 5 },
    { stage: 'backwards', minutes: 18 },
    { stage: 'check', minutes: 5 },
    { stage: 'vote', minutes: 3, dots: 2 },
    { stage: 'read-forward', minutes: 4 },
    { stage: 'close', minutes: 1 },
  ],
  sends: [
    {
      id: 'tactic',
      from: ['step'],
      link: 'calls-for',
      toKind: 'inside-outside-grid',
      creates: 'tactic',
      place: { zone: 'tray' },
    },
    ...carryTo('next-steps', ['question', 'tension', 'decision']),
  ],
  record: [
    { part: 'note', note: 'victory' },
    { part: 'note', note: 'instant-before' },
    { part: 'plan' },
    { part: 'goals' },
    { part: 'hanging' },
    { part: 'sent', send: 'tactic' },
    { part: 'kind', noteKind: 'decision' },
    { part: 'list', zone: 'assumptions' },
    { part: 'sentences', links: ['in-tension', 'exposes', 'protects'] },
    { part: 'kind', noteKind: 'tension' },
    { part: 'kind', noteKind: 'question' },
    { part: 'chain' },
  ],
  csv: true,
  defaultSafety: 'guarded',
  derive: deriveBackcast,
  prompts: backcastPrompts,
  marks: {
    'cut-off': (derived) => (derived as BackcastDerived).cutOff,
    'maybe-true': (derived) => (derived as BackcastDerived).maybeTrueNow,
    alike: (derived) => [...new Set((derived as BackcastDerived).alike.flat())],
  },
  messages: {
    en: () => import('./messages/en.json', { with: { type: 'json' } }),
    es: () => import('./messages/es.json', { with: { type: 'json' } }),
    ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
  },
}
