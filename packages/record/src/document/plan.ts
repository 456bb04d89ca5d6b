import { type Board, isShown } from '@vispera/board'
import type { Kind, Layout } from '@vispera/kinds'
import { type Derived, topsOf } from './derived.ts'

export type Chain = Extract<Layout, { engine: 'timeline' }>['chain']

/** A step that nothing holds up, and the steps that wait for it. */
export interface Hanging {
  /** One step, or the members of a ring that wait for each other. */
  readonly steps: readonly string[]
  /** Steps further on that cannot reach today because of it, in plan order. */
  readonly waiting: readonly string[]
}

/** A board that reads forwards: numbered steps under goals, as its kind computes them. */
export interface Plan {
  readonly chain: Chain
  readonly headings: readonly { readonly goal: string; readonly steps: readonly string[] }[]
  /** All steps on the path, as they are read. */
  readonly order: readonly string[]
  readonly number: ReadonlyMap<string, string>
  readonly reaches: ReadonlyMap<string, boolean>
  readonly depth: ReadonlyMap<string, number>
  /** Further goals that a step leads to. */
  readonly alsoLeadsTo: ReadonlyMap<string, readonly string[]>
  /** What a note needs to be true first, in plan order. */
  readonly needs: ReadonlyMap<string, readonly string[]>
  readonly hanging: readonly Hanging[]
}

/** The plan of a board whose layout is a chain; null for every other layout. */
export function readPlan(kind: Kind, board: Board, derived: Derived): Plan | null {
  if (kind.layout.engine !== 'timeline') return null
  const { chain } = kind.layout
  const headings = derived.plan ?? []
  const order = headings.flatMap((heading) => heading.steps)
  const needs = prerequisites(board, chain, derived, order)
  const reaches = derived.reachesToday ?? new Map<string, boolean>()
  return {
    chain,
    headings,
    order,
    number: derived.planNumber ?? new Map(),
    reaches,
    depth: derived.depth ?? new Map(),
    alsoLeadsTo: new Map(headings.flatMap((heading) => [...(heading.alsoLeadsTo ?? [])])),
    needs,
    hanging: findHanging(order, needs, reaches, derived.cycles ?? []),
  }
}

function prerequisites(
  board: Board,
  chain: Chain,
  derived: Derived,
  order: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const shown = new Set(board.notes.filter(isShown).map((note) => note.id))
  const topOf = topsOf(derived)
  const rank = new Map(order.map((id, index) => [id, index]))
  const needs = new Map<string, Set<string>>()
  for (const link of board.links) {
    if (link.kind !== chain.link || !shown.has(link.from) || !shown.has(link.to)) continue
    const from = topOf(link.from)
    const to = topOf(link.to)
    if (from !== to) needs.set(from, (needs.get(from) ?? new Set()).add(to))
  }
  const inOrder = (a: string, b: string) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  return new Map([...needs].map(([from, to]) => [from, [...to].sort(inOrder)]))
}

/**
 * Where chains hang in the air: steps on the path that do not reach today though nothing before them is to
 * blame, and everything that waits for them.
 */
function findHanging(
  order: readonly string[],
  needs: ReadonlyMap<string, readonly string[]>,
  reaches: ReadonlyMap<string, boolean>,
  cycles: readonly (readonly string[])[],
): Hanging[] {
  const hangs = (id: string) => reaches.get(id) === false
  const ringOf = new Map(cycles.flatMap((ring) => ring.map((id): [string, readonly string[]] => [id, ring])))
  const neededBy = new Map<string, string[]>()
  for (const [from, list] of needs) {
    for (const to of list) {
      const known = neededBy.get(to)
      if (known) known.push(from)
      else neededBy.set(to, [from])
    }
  }
  const found: Hanging[] = []
  const done = new Set<string>()
  for (const id of order) {
    if (done.has(id) || !hangs(id)) continue
    const ring = ringOf.get(id) ?? [id]
    const steps = new Set(ring)
    for (const step of ring) done.add(step)
    if (ring.some((step) => (needs.get(step) ?? []).some((to) => !steps.has(to) && hangs(to)))) continue
    const reached = reachFrom(steps, neededBy, hangs)
    found.push({
      steps: order.filter((step) => steps.has(step)),
      waiting: order.filter((step) => reached.has(step)),
    })
  }
  return found
}

function reachFrom(
  steps: ReadonlySet<string>,
  neededBy: ReadonlyMap<string, readonly string[]>,
  hangs: (id: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...steps]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of neededBy.get(id) ?? []) {
      if (reached.has(next) || steps.has(next) || !hangs(next)) continue
      reached.add(next)
      open.push(next)
    }
  }
  return reached
}
