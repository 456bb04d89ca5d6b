/** What the timeline draws from the kind's derived values; anything missing is taken as empty. */
export interface ChainFacts {
  readonly depth: ReadonlyMap<string, number>
  readonly order: readonly string[]
  readonly plan: readonly PlanPart[]
  readonly number: ReadonlyMap<string, string>
  readonly reaches: ReadonlySet<string>
  readonly victoryReaches: boolean
  readonly waits: ReadonlySet<string>
  /** Lane id (or `none`) to [leaves that reach, leaves]. */
  readonly meter: ReadonlyMap<string, readonly [number, number]>
  readonly cycles: readonly (readonly string[])[]
  readonly unplaced: readonly string[]
  readonly disagreements: readonly { readonly link: string; readonly kept: boolean }[]
  /** Step to how many notes work on it, by side. */
  readonly counts: ReadonlyMap<string, Readonly<Record<string, number>>>
}
interface PlanPart {
  readonly goal: string
  readonly steps: readonly string[]
}

/** Derived values are JSON of our own making; only their presence is in doubt, for kinds that compute less. */
export function readChain(derived: Readonly<Record<string, unknown>>): ChainFacts {
  const list = <T>(key: string) => (Array.isArray(derived[key]) ? (derived[key] as T[]) : [])
  const map = <T>(key: string) => new Map(Object.entries((derived[key] ?? {}) as Record<string, T>))
  const reaches = [...map<boolean>('reachesToday')].filter(([, reach]) => reach).map(([id]) => id)
  const depth = map<number>('depth')
  return {
    depth,
    order: list<string>('order').length > 0 ? list('order') : [...depth.keys()],
    plan: list('plan'),
    number: map('planNumber'),
    reaches: new Set(reaches),
    victoryReaches: derived.victoryReaches === true,
    waits: new Set(list<string>('saysCanStartButWaits')),
    meter: map('leafMeter'),
    cycles: list('cycles'),
    unplaced: list('unplaced'),
    disagreements: list('disagreements'),
    counts: map('tacticCounts'),
  }
}
