import type { Visible } from './use-visible.ts'

/** What of the notes in sight stands in the DOM by now. */
export interface Brought {
  /** In drawing order. */
  readonly ids: readonly string[]
  /** How many of them come only now. */
  readonly added: number
  /** Whether all that should stand there does. */
  readonly isWhole: boolean
}

/**
 * The next step from what stands in the DOM to what should: `atOnce` notes more, those first that come first in
 * `nearFirst`. What is out of sight goes at once; only where everything is about to be painted instead, the notes stay
 * until the painting is there.
 */
export function bringOn(
  { ids, pinned, isFar }: Visible,
  before: { readonly on: ReadonlySet<string>; readonly isPainted: boolean },
  atOnce: number,
  nearFirst: (ids: readonly string[]) => readonly string[],
): Brought {
  const { on, isPainted } = before
  const missing = ids.filter((id) => !on.has(id))
  if (isFar) {
    // In the order in which they stand: a note that is moved loses the focus.
    const now = isPainted ? ids : [...on, ...missing]
    return { ids: now, added: missing.length, isWhole: true }
  }
  if (missing.length <= atOnce) return { ids, added: missing.length, isWhole: true }
  const late = new Set(nearFirst(missing.filter((id) => !pinned.has(id))).slice(atOnce))
  const now = ids.filter((id) => !late.has(id))
  return { ids: now, added: missing.length - late.size, isWhole: late.size === 0 }
}

/** Milliseconds that one step may keep the page busy, before it is laid out and painted, which takes as long again. */
const stepMs = 8
/** To begin with. */
export const firstStep = 12
const leastStep = 4
const mostStep = 64

/** How many notes to bring on in the next step, by how long the last ones took. */
export function nextStep(step: number, added: number, tookMs: number): number {
  // A few notes say little of what a note takes.
  if (added < leastStep) return step
  const fits = Math.floor((stepMs * added) / Math.max(tookMs, 0.5))
  return Math.max(leastStep, Math.min(mostStep, 2 * step, fits))
}
