import { linkKindsOf } from '../common/link-kinds.ts'
import { question, tension, theme } from '../common/note-kinds.ts'
import { carryTo } from '../common/sends.ts'
import type { Kind } from '../kind.ts'
import { deriveVision } from './derive.ts'
import { ended, seedToday, value, visionElement, visionStatement } from './note-kinds.ts'
import { visionZones } from './zones.ts'

/** Picture the wanted future in concrete pieces, keep the differences, end with a short shared picture. */
export const visionBoard: Kind = {
  id: 'vision-board',
  layout: {
    engine: 'canvas',
    areas: {
      horizon: 'banner',
      'shared-picture': 'card',
      field: 'main',
      ended: 'start',
      alive: 'end',
      apart: 'end-low',
      values: 'bottom',
    },
    theme: 'theme',
    apart: 'apart',
    arrangements: [{ id: 'open' }, { id: 'rings', by: 'scale' }, { id: 'senses', by: 'sense' }],
    onPhones: 'senses',
  },
  zones: visionZones,
  fixedNotes: [],
  noteKinds: [visionElement, ended, seedToday, value, theme, visionStatement, tension, question],
  linkKinds: linkKindsOf('becomes', 'in-tension', 'came-from', 'lives-out'),
  settings: [{ id: 'horizon', type: 'text' }],
  flow: [
    { stage: 'arrive', minutes: 8 },
    { stage: 'discuss', minutes: 4 },
    { stage: 'imagine', minutes: 7 },
    { stage: 'write-silent', minutes: 12 },
    { stage: 'reveal', minutes: 2 },
    { stage: 'gallery', minutes: 10 },
    { stage: 'share-round', minutes: 12 },
    { stage: 'cluster', minutes: 10 },
    { stage: 'discuss', minutes: 6 },
    { stage: 'draft-together', minutes: 10 },
    { stage: 'decide', minutes: 6 },
    { stage: 'vote', minutes: 5, dots: 3 },
    { stage: 'link', minutes: 3 },
    { stage: 'close', minutes: 4 },
  ],
  quick: [
    { stage: 'imagine', minutes: 4 },
    { stage: 'write-silent', minutes: 6 },
    { stage: 'reveal', minutes: 1 },
    { stage: 'share-round', minutes: 10 },
    { stage: 'cluster', minutes: 6 },
    { stage: 'vote', minutes: 3, dots: 1 },
    { stage: 'close', minutes: 2 },
  ],
  sends: [
    {
      id: 'backcast',
      from: ['vision-element', 'theme', 'vision-statement'],
      link: 'becomes',
      toKind: 'victory-backcast',
      creates: 'victory',
      fixed: 'victory',
      copiesText: true,
    },
    ...carryTo('next-steps', ['question', 'tension']),
  ],
  record: [
    { part: 'setting', setting: 'horizon' },
    { part: 'list', zone: 'shared-picture' },
    { part: 'themes' },
    { part: 'list', zone: 'ended' },
    { part: 'list', zone: 'alive' },
    { part: 'list', zone: 'values' },
    { part: 'list', zone: 'apart' },
    { part: 'kind', noteKind: 'tension' },
    { part: 'sentences', links: ['in-tension'] },
    { part: 'kind', noteKind: 'question' },
    { part: 'sent', send: 'backcast' },
  ],
  pictures: true,
  csv: false,
  defaultSafety: 'guarded',
  derive: deriveVision,
  messages: {
    en: () => import('./messages/en.json', { with: { type: 'json' } }),
    es: () => import('./messages/es.json', { with: { type: 'json' } }),
    ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
  },
}
