import type { Link } from '@vispera/board'

/** "from needs to first", for the links of one kind. */
type ChainLink = Pick<Link, 'id' | 'kind' | 'from' | 'to'>

/** Whether something needs this step and it needs something itself. */
export function isInMiddle(links: readonly ChainLink[], chain: string, id: string): boolean {
  const mine = links.filter((link) => link.kind === chain)
  return mine.some((link) => link.to === id) && mine.some((link) => link.from === id)
}

/** The notes that a note needs, directly or through others. */
export function neededBy(links: readonly ChainLink[], chain: string, id: string): Set<string> {
  const next = new Map<string, string[]>()
  for (const link of links)
    if (link.kind === chain) next.set(link.from, [...(next.get(link.from) ?? []), link.to])
  const reached = new Set<string>()
  const waiting = [...(next.get(id) ?? [])]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    waiting.push(...(next.get(at) ?? []))
  }
  return reached
}

export interface Knot {
  /** Links of `to` through which it already needs `from`: they stand in the way. */
  readonly blocking: readonly ChainLink[]
  /** What needs `to` now and would need the blocking links' other ends instead. */
  readonly above: readonly ChainLink[]
}

/**
 * What stands in the way of "from needs to": `to` needs `from` already, so the chain would bite its own tail.
 * Null when nothing does.
 */
export function knotOf(links: readonly ChainLink[], chain: string, from: string, to: string): Knot | null {
  const blocking = links.filter(
    (link) =>
      link.kind === chain &&
      link.from === to &&
      (link.to === from || neededBy(links, chain, link.to).has(from)),
  )
  if (blocking.length === 0) return null
  const above = links.filter((link) => link.kind === chain && link.to === to && link.from !== from)
  return { blocking, above }
}

export type DepthPlan =
  /** `minDepth` to write per step; null clears it. */
  | { readonly is: 'free'; readonly minDepths: ReadonlyMap<string, number | null> }
  | {
      readonly is: 'blocked'
      /** Links from what needs the step and stands at or after it. */
      readonly blocking: readonly ChainLink[]
      /** What to write so that those move along, when they can. */
      readonly along: ReadonlyMap<string, number | null> | null
    }

/**
 * What drawing a step at `depth` takes. Deeper is always possible (what it needs moves by itself);
 * nearer to victory only as far as what needs it allows.
 */
export function planDepth(
  links: readonly ChainLink[],
  chain: string,
  depths: Readonly<Record<string, number>>,
  minDepths: ReadonlyMap<string, number>,
  id: string,
  depth: number,
): DepthPlan {
  const needers = (of: string) =>
    links.filter((link) => link.kind === chain && link.to === of && depths[link.from] !== undefined)
  const depthAt = (of: string) => depths[of] ?? 0
  const nearest = (of: string) => 1 + Math.max(-1, ...needers(of).map((link) => depthAt(link.from)))
  const write = (of: string, most: number) => (most <= naturalDepth(of, new Set()) ? null : most)
  const naturalDepth = (of: string, seen: Set<string>): number => {
    if (seen.has(of)) return 0
    seen.add(of)
    return needers(of).reduce((deepest, { from }) => Math.max(deepest, 1 + naturalDepth(from, seen)), 0)
  }
  if (depth >= nearest(id)) {
    return { is: 'free', minDepths: new Map([[id, depth === nearest(id) ? null : depth]]) }
  }
  const blocking = needers(id).filter((link) => depthAt(link.from) >= depth)
  const along = new Map<string, number | null>([[id, write(id, depth)]])
  const shift = (of: string, most: number): boolean => {
    if (depthAt(of) <= most) return true
    if (!minDepths.has(of) && needers(of).every((link) => depthAt(link.from) < most)) return false
    along.set(of, write(of, most))
    return naturalDepth(of, new Set()) <= most && needers(of).every((link) => shift(link.from, most - 1))
  }
  const isPossible = blocking.every((link) => shift(link.from, depth - 1))
  return { is: 'blocked', blocking, along: isPossible ? along : null }
}
