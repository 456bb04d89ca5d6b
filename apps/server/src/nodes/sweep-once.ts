import type { Store } from '@vispera/storage'
import { z } from 'zod'

/** Sweeps unless another machine has done so less than half of `everyMs` ago. */
export function sweepOnce(store: Store, everyMs: number, sweep: () => Promise<void>): Promise<void> {
  return store.exclusively('sweep', async () => {
    if (everyMs > 0) {
      const swept = z.number().safeParse(await store.get('machines', 'swept'))
      if (swept.success && Date.now() - swept.data < everyMs / 2) return
      await store.put('machines', 'swept', Date.now())
    }
    await sweep()
  })
}
