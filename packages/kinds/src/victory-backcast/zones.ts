import type { Zone } from '../kind.ts'

export const backcastZones: readonly Zone[] = [
  { id: 'victory', holds: 'fixed', noteKinds: ['victory'] },
  { id: 'instant-before', holds: 'fixed', noteKinds: ['instant-before'] },
  { id: 'path', holds: 'main', noteKinds: ['step', 'gap'] },
  { id: 'today', holds: 'mark', noteKinds: [] },
  { id: 'tray', holds: 'list', noteKinds: ['step'], tray: true },
  { id: 'assumptions', holds: 'list', noteKinds: ['assumption', 'obstacle'] },
  { id: 'questions', holds: 'list', noteKinds: ['question', 'tension', 'decision'] },
]
