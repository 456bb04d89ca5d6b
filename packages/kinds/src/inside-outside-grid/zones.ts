import type { Zone } from '../kind.ts'

export const gridZones: readonly Zone[] = [
  { id: 'grid', holds: 'main', noteKinds: ['tactic'] },
  { id: 'closed-rooms', holds: 'list', noteKinds: ['room'] },
  { id: 'moments', holds: 'list', noteKinds: ['moment'] },
  { id: 'tray', holds: 'list', noteKinds: ['tactic', 'question', 'decision', 'commitment'], tray: true },
  { id: 'cautions', holds: 'list', noteKinds: ['tension'] },
]
