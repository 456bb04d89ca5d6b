import type { Zone } from '../kind.ts'

export const nextStepsZones: readonly Zone[] = [
  { id: 'commit', holds: 'main', noteKinds: ['commitment', 'decision'] },
  { id: 'open', holds: 'list', noteKinds: ['question', 'tension'], tray: true },
  { id: 'leave', holds: 'list', noteKinds: ['decision'] },
  { id: 'stay', holds: 'list', noteKinds: ['decision'] },
  { id: 'thanks', holds: 'list', noteKinds: ['celebration'] },
]
