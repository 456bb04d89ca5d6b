import { linkKindsOf } from '../common/link-kinds.ts'
import { celebration, commitment, decision, question, tension } from '../common/note-kinds.ts'
import type { Kind } from '../kind.ts'
import { deriveNextSteps } from './derive.ts'
import { nextStepsZones } from './zones.ts'

/** Collect commitments, open questions and what may leave the room; feeds the record. */
export const nextSteps: Kind = {
  id: 'next-steps',
  layout: { engine: 'table', columns: { commit: ['whoRole', 'byWhen', 'needs', 'status'] } },
  zones: nextStepsZones,
  fixedNotes: [],
  noteKinds: [commitment, question, celebration, decision, tension],
  linkKinds: linkKindsOf('came-from', 'in-tension'),
  settings: [],
  flow: [
    { stage: 'harvest', minutes: 8 },
    { stage: 'check', minutes: 5 },
    { stage: 'decide', minutes: 5 },
    { stage: 'close', minutes: 4 },
  ],
  quick: [],
  sends: [],
  record: [
    { part: 'list', zone: 'leave' },
    { part: 'list', zone: 'stay' },
    { part: 'table', zone: 'commit' },
    { part: 'list', zone: 'open' },
    { part: 'list', zone: 'thanks' },
  ],
  csv: true,
  defaultSafety: 'guarded',
  derive: deriveNextSteps,
  messages: {
    en: () => import('./messages/en.json', { with: { type: 'json' } }),
    es: () => import('./messages/es.json', { with: { type: 'json' } }),
    ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
  },
}
