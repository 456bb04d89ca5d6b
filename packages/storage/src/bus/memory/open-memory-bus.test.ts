import { acceptBus } from '../bus-acceptance.ts'
import { openMemoryBus } from './open-memory-bus.ts'

acceptBus('memory', async () => {
  const bus = openMemoryBus()
  return {
    node: async () => bus.node(),
    break: async () => bus.setDown(true),
    mend: async () => bus.setDown(false),
  }
})
