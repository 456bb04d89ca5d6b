import { isShown, type Note } from '@vispera/board'
import { groupBy } from './group-by.ts'

/** Notes that say the same, by the note on top. Every wording stays a note of its own. */
export interface Stacks {
  /** The note that stands for this one: itself, or the top of its stack. Undefined for notes not shown. */
  readonly topOf: (id: string) => string | undefined
  /** Top note id to the ids behind it, sorted. */
  readonly behind: Readonly<Record<string, readonly string[]>>
}

/**
 * Follows "same as" to its end. A target that is gone or not shown counts as none; when notes point at each
 * other in a ring (two people stacked at once), the smallest id is on top.
 */
export function stacksOf(notes: readonly Note[]): Stacks {
  const over = new Map<string, string | null>()
  for (const note of notes) if (isShown(note)) over.set(note.id, note.sameAs ?? null)
  const tops = new Map<string, string>()
  for (const start of over.keys()) settle(start, over, tops)
  const behind = groupBy(
    [...tops.keys()].filter((id) => tops.get(id) !== id).sort(),
    (id) => tops.get(id) ?? id,
  )
  return { topOf: (id) => tops.get(id), behind: Object.fromEntries(behind) }
}

function settle(start: string, over: ReadonlyMap<string, string | null>, tops: Map<string, string>): void {
  // Nearly every note stands for itself.
  const first = over.get(start)
  if (first === null || first === undefined || !over.has(first)) {
    tops.set(start, start)
    return
  }
  const way: string[] = []
  const seen = new Set<string>()
  let at = start
  while (!tops.has(at) && !seen.has(at)) {
    seen.add(at)
    way.push(at)
    const next = over.get(at)
    if (next === null || next === undefined || !over.has(next)) {
      tops.set(at, at)
      break
    }
    at = next
  }
  const ring = tops.has(at) ? [] : way.slice(way.indexOf(at))
  const top = tops.get(at) ?? ring.sort()[0] ?? start
  for (const id of way) tops.set(id, top)
}
