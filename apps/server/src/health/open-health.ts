import type { Bus, StorageReason, Store } from '@vispera/storage'
import type { StoreWatch } from '../metrics/watch-store.ts'
import type { Disk } from './disk.ts'

/** Something that somebody should see to, though everything works. */
export type Concern = 'disk-low' | 'damage' | 'bus-down'

export interface HealthReport {
  /** `degraded`: it works, and somebody should look. `failing`: nothing can be saved right now. */
  readonly status: 'ok' | 'degraded' | 'failing'
  readonly concerns: readonly Concern[]
  readonly storage: {
    readonly writable: boolean
    /** Why nothing can be saved right now. */
    readonly problem?: StorageReason
    /** The last write that failed since the start, though writes may work again. */
    readonly lastFailure?: { readonly at: number; readonly reason: StorageReason }
    /** How many damages were found; `vispera verify` names them. */
    readonly damaged: number
  }
  readonly disk?: { readonly freePercent: number; readonly low: boolean }
  /** Between the machines of one Vispera. */
  readonly bus?: { readonly connected: boolean }
}

export interface Health {
  report(): Promise<HealthReport>
}

const probeEveryMs = 2000
/** What may be over without anybody having done anything here. */
const passing: readonly StorageReason[] = ['full', 'read-only', 'unreachable']

/** How this server is doing, as it is now and not as it was at the last write. */
export function openHealth(store: Store, watch: StoreWatch, bus: Bus, disk: Disk): Health {
  let probedAt = Number.NEGATIVE_INFINITY

  /** While nobody can write nobody does, so nothing would ever show that it works again. */
  function probe(problem: StorageReason | undefined) {
    if (problem === undefined || !passing.includes(problem)) return
    if (performance.now() - probedAt < probeEveryMs) return
    probedAt = performance.now()
    store.put('probe', 'health', probedAt).catch(() => {}) // health() tells
  }

  return {
    async report() {
      const { writable, problem, damage } = store.health()
      const reason = problem?.reason ?? (writable ? undefined : 'damaged')
      if (!writable) probe(reason)
      const space = await disk.space()
      const { connected } = bus.health()
      const concerns: Concern[] = [
        ...(space?.isLow ? ['disk-low' as const] : []),
        ...(damage.length > 0 ? ['damage' as const] : []),
        ...(connected ? [] : ['bus-down' as const]),
      ]
      const lastFailure = watch.lastFailure()
      return {
        status: !writable ? 'failing' : concerns.length > 0 ? 'degraded' : 'ok',
        concerns,
        storage: {
          writable,
          ...(writable || reason === undefined ? {} : { problem: reason }),
          ...(lastFailure ? { lastFailure } : {}),
          damaged: damage.length,
        },
        ...(space ? { disk: { freePercent: Math.floor(space.share * 100), low: space.isLow } } : {}),
        ...(bus.isShared ? { bus: { connected } } : {}),
      }
    },
  }
}
