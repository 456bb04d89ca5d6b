import type { Zone } from '../kind.ts'

export const visionZones: readonly Zone[] = [
  { id: 'horizon', holds: 'setting', noteKinds: [] },
  { id: 'shared-picture', holds: 'list', noteKinds: ['vision-statement'] },
  { id: 'field', holds: 'main', noteKinds: ['vision-element', 'theme', 'tension', 'question'], tray: true },
  { id: 'ended', holds: 'list', noteKinds: ['ended'] },
  { id: 'alive', holds: 'list', noteKinds: ['seed-today'] },
  { id: 'values', holds: 'list', noteKinds: ['value'] },
  { id: 'apart', holds: 'list', noteKinds: ['vision-element'] },
]
