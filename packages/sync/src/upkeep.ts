import type { Store } from '@vispera/storage'
import type { Clock } from './clock.ts'
import type { Compacted, Compactor } from './compactor.ts'
import type { Desk } from './desk.ts'
import type { RoomIncident } from './room.ts'

const hourMs = 3_600_000
/** Below this size a live document is made anew in no time; above, only whoever is long gone pays for it. */
const largeBytes = 200_000
/** A snapshot that failed is not tried again at every update. */
const patienceMs = 30_000
const smallRestMs = 60_000
const largeRestMs = 600_000

export interface UpkeepSurroundings {
  readonly store: Store
  readonly clock: Clock
  readonly random: () => number
  readonly compactor: Compactor
  /** Other machines may do the same at the same time. */
  readonly isShared: boolean
  /** What is worked on; `null` once the room has ended. */
  desk(): Desk | null
  /** Memory and store say different things, or the store no longer says what memory does. */
  wantsReload(): void
  report(kind: RoomIncident, reason: string): void
  /** Something is finished; the room may have nothing left to do. */
  done(): void
}

/** What is done for a document while nobody waits for it: snapshots, looking whether all is well, letting go. */
export function createUpkeep(name: string, around: UpkeepSurroundings) {
  const { store, clock, compactor } = around
  let busy = 0
  let wroteAt = clock.now()
  let notBefore = 0
  // Not all rooms at once.
  let scrubAt = clock.now() + hourMs * (0.75 + around.random() / 2)

  async function compact(): Promise<void> {
    if (busy > 0 || clock.now() < notBefore || !around.desk()) return
    try {
      await replaceStored('compact')
    } catch (error) {
      notBefore = clock.now() + patienceMs
      around.report('compaction-failed', String(error))
    }
  }

  /** The store does one after the other in the order asked, so a later snapshot always wins. */
  async function replaceStored(how: 'compact' | 'purge'): Promise<void> {
    const desk = around.desk()
    if (!desk) return
    const { document, rules } = desk
    busy += 1
    try {
      const seq = document.seq()
      const { parts, vector } = { parts: document.parts(), vector: document.vector() }
      const made = await compactor.compact({ parts, vector, roots: rules.roots })
      await alone(() => store[how](name, { seq, bytes: made.bytes }))
      place(desk, { ...made, seq }, how)
    } finally {
      busy -= 1
      around.done()
    }
  }

  function place(desk: Desk, made: Compacted & { readonly seq: number }, how: 'compact' | 'purge') {
    if (around.desk() === desk) desk.document.compacted(made)
    // Loaded meanwhile, perhaps before the purge.
    else if (how === 'purge') around.wantsReload()
  }

  const alone = (work: () => Promise<void>) =>
    around.isShared ? store.exclusively(`compact ${name}`, work) : work()

  /** Whether what is here, live and as bytes, is what the log says. */
  async function scrub(): Promise<void> {
    busy += 1
    try {
      const stored = await store.load(name)
      const desk = around.desk()
      const live = desk?.document.liveBytes() ?? null
      // Somebody is writing: in a while, then.
      if (!desk || stored.seq !== desk.document.seq() || (desk.document.isLive() && !live)) return
      scrubAt = clock.now() + hourMs
      const log = stored.snapshot ? [stored.snapshot, ...stored.tail] : stored.tail
      const versions = [log, desk.document.parts(), ...(live ? [[live]] : [])]
      if (await compactor.compare({ versions, roots: desk.rules.roots })) return
      around.report('scrub-failed', 'memory and log say different things: everybody starts afresh')
      await store.newGeneration(name)
      around.wantsReload()
    } catch (error) {
      scrubAt = clock.now() + hourMs
      around.report('scrub-failed', String(error))
    } finally {
      busy -= 1
      around.done()
    }
  }

  /** Every so often. `isQuiet`: nothing waits and nothing is being committed. */
  function tick(isQuiet: boolean) {
    const document = around.desk()?.document
    if (!document || !isQuiet || busy > 0) return
    const resting = clock.now() - wroteAt
    if (clock.now() > scrubAt) void scrub()
    else if (resting > (document.bytes() > largeBytes ? largeRestMs : smallRestMs)) document.rest()
  }

  return {
    compact,
    purge: () => replaceStored('purge'),
    /** New updates have been committed. */
    wrote() {
      wroteAt = clock.now()
      if (around.desk()?.document.isWorthASnapshot()) void compact()
    },
    tick,
    isBusy: () => busy > 0,
  }
}
