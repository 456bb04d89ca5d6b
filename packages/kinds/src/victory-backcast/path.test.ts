import type { Board, Note } from '@vispera/board'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWorkshop } from '../testing/makers.ts'
import { aRandomBackcast } from '../testing/random-path.ts'
import { deriveBackcast } from './derive.ts'

/** Thousands of random graphs; a failure prints the graph and the seed. */
const runs = { numRuns: 3000 }
const derive = (board: Board) => deriveBackcast(board, inWorkshop([board]))
const everyBackcast = (check: (board: Board) => void) => fc.assert(fc.property(aRandomBackcast, check), runs)

test('what is needed first stands further from victory, unless both wait for each other', () => {
  everyBackcast((board) => {
    const { depth } = derive(board)
    const graph = naiveGraph(board)
    for (const [from, to] of graph.pairs) {
      if (depth[from] === undefined) continue
      if (graph.leadsTo(to, from) && graph.leadsTo(from, to)) expect(depth[to]).toBe(depth[from])
      else expect(depth[to]).toBeGreaterThan(depth[from])
    }
  })
})

test('depth is exactly the smallest that the rule allows', () => {
  everyBackcast((board) => {
    expect(derive(board).depth).toEqual(naiveDepth(board))
  })
})

test('unplaced are exactly the steps without a path to victory', () => {
  everyBackcast((board) => {
    const { unplaced, depth, order } = derive(board)
    const { cards, isPlaced } = naiveGraph(board)
    expect(new Set(unplaced)).toEqual(new Set(cards.filter((id) => !isPlaced(id))))
    expect(new Set(order)).toEqual(new Set(Object.keys(depth)))
  })
})

test('the plan has every placed step exactly once, and its numbers run from 1 without holes', () => {
  everyBackcast((board) => {
    const { plan, planNumber, order, cycles } = derive(board)
    const steps = plan.flatMap((part) => part.steps)
    expect(steps.toSorted()).toEqual(order.toSorted())
    expect(steps.map((id) => Number.parseInt(planNumber[id] ?? '', 10))).toEqual(
      steps.map((id) => Number.parseInt(planNumber[id] ?? '', 10)).toSorted((a, b) => a - b),
    )
    const numbers = new Set(steps.map((id) => Number.parseInt(planNumber[id] ?? '', 10)))
    expect([...numbers]).toEqual(Array.from(numbers, (_, index) => index + 1))
    for (const id of steps) {
      const ring = cycles.find((members) => members.includes(id)) ?? [id]
      const sharing = steps.filter(
        (other) => Number.parseInt(planNumber[other] ?? '', 10) === Number.parseInt(planNumber[id] ?? '', 10),
      )
      expect(sharing.toSorted()).toEqual(ring.toSorted())
      expect(planNumber[id]).toMatch(ring.length > 1 ? /^\d+[a-z]$/ : /^\d+$/)
    }
  })
})

test('read forwards, nothing comes before what it needs, and never under an earlier heading', () => {
  everyBackcast((board) => {
    const { plan, cycles } = derive(board)
    const steps = plan.flatMap((part) => part.steps)
    const headingOf = (id: string) => plan.findIndex((part) => part.steps.includes(id))
    for (const [from, to] of naiveGraph(board).pairs) {
      if (!steps.includes(from)) continue
      expect(headingOf(to)).toBeLessThanOrEqual(headingOf(from))
      const inOneRing = cycles.some((members) => members.includes(from) && members.includes(to))
      if (!inOneRing) expect(steps.indexOf(to)).toBeLessThan(steps.indexOf(from))
    }
  })
})

test('a heading is its own last step; headings stand in base order and victory is last', () => {
  everyBackcast((board) => {
    const { plan, order } = derive(board)
    const goals = plan.map((part) => part.goal).filter((goal) => goal !== 'victory')
    expect(plan.map((part) => part.goal).slice(0, goals.length)).toEqual(goals)
    expect(goals).toEqual(order.filter((id) => goals.includes(id)))
    for (const part of plan) if (part.goal !== 'victory') expect(part.steps.at(-1)).toBe(part.goal)
  })
})

test('a step stands under the earliest heading it leads to, and names the others', () => {
  everyBackcast((board) => {
    const { plan, cycles } = derive(board)
    // A ring of goals is one heading; the plain reading of the rule is checked where there is none.
    if (cycles.length > 0) return
    const headings = [...plan.map((part) => part.goal).filter((goal) => goal !== 'victory'), 'victory']
    for (const part of plan) {
      for (const id of part.steps) {
        const found = naiveHeadings(board, id)
        const expected = headings.filter((goal) => found.has(goal))
        expect([part.goal, ...(part.alsoLeadsTo?.[id] ?? [])]).toEqual(expected)
      }
    }
  })
})

test('reaches today is what a plain reading of the rule gives', () => {
  everyBackcast((board) => {
    const { reachesToday, victoryReaches, saysCanStartButWaits } = derive(board)
    const expected = naiveReach(board)
    expect(reachesToday).toEqual(expected)
    const { direct, notes, pairs } = naiveGraph(board)
    expect(victoryReaches).toBe(direct.length > 0 && direct.every((id) => expected[id]))
    const waiting = [...notes.values()].filter(
      ({ id, kind, fields }) =>
        kind === 'step' &&
        fields.grounding === 'can-start-now' &&
        !expected[id] &&
        pairs.some(([from]) => from === id),
    )
    expect(saysCanStartButWaits.toSorted()).toEqual(waiting.map((note) => note.id).toSorted())
  })
})

test('everybody computes the same, in whatever order notes and links arrived', () => {
  fc.assert(
    fc.property(aRandomBackcast, fc.infiniteStream(fc.nat()), (board, random) => {
      const shuffled = {
        ...board,
        notes: shuffle(board.notes, random),
        links: shuffle(board.links, random),
      }
      expect(derive(shuffled)).toEqual(derive(board))
    }),
    runs,
  )
})

function shuffle<T>(things: readonly T[], random: Iterator<number>): T[] {
  return things
    .map((thing): [number, T] => [random.next().value ?? 0, thing])
    .sort(([a], [b]) => a - b)
    .map(([, thing]) => thing)
}

/** The rules once more, slowly and plainly, from their words. */
function naiveGraph(board: Board) {
  const notes = new Map<string, Note>()
  for (const note of board.notes) {
    const isPath = note.kind === 'step' || note.kind === 'gap'
    if (isPath && note.state !== 'archived' && note.state !== 'hidden-for-care') notes.set(note.id, note)
  }
  const hasInstant = board.notes.some((note) => note.id === 'instant-before')
  const known = board.links.filter((link) => notes.has(link.to) && link.from !== link.to)
  const pairs = known
    .filter((link) => notes.has(link.from))
    .map((link): [string, string] => [link.from, link.to])
  const direct = known
    .filter((link) => link.from === 'victory' || (hasInstant && link.from === 'instant-before'))
    .map((link) => link.to)
  const reachable = new Map([...notes.keys()].map((id) => [id, everythingFrom(id, pairs)]))
  const leadsTo = (prerequisite: string, dependent: string) =>
    reachable.get(dependent)?.has(prerequisite) ?? false
  const isPlaced = (id: string) => direct.some((end) => end === id || leadsTo(id, end))
  return { notes, cards: [...notes.keys()], pairs, direct, hasInstant, leadsTo, isPlaced }
}

function everythingFrom(start: string, pairs: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const [from, to] of pairs) {
      if (from === id && !found.has(to)) {
        found.add(to)
        open.push(to)
      }
    }
  }
  return found
}

function naiveDepth(board: Board): Record<string, number> {
  const { notes, cards, pairs, direct, hasInstant, leadsTo, isPlaced } = naiveGraph(board)
  const depth: Record<string, number> = {}
  const wait = (a: string, b: string) => leadsTo(a, b) && leadsTo(b, a)
  // Raise depths until nothing moves; cards that wait for each other are raised together.
  for (let changed = true; changed; ) {
    changed = false
    for (const id of cards.filter(isPlaced)) {
      const together = cards.filter((other) => other === id || wait(id, other))
      const least = Math.max(
        ...together.flatMap((member) => [
          Number(notes.get(member)?.fields.minDepth ?? 0),
          direct.includes(member) ? (hasInstant ? 2 : 1) : 0,
          ...pairs
            .filter(([from, to]) => to === member && isPlaced(from) && !together.includes(from))
            .map(([from]) => (depth[from] ?? 0) + 1),
        ]),
      )
      for (const member of together) {
        if (depth[member] !== least) changed = true
        depth[member] = least
      }
    }
  }
  return depth
}

function naiveReach(board: Board): Record<string, boolean> {
  const { notes, cards, pairs, leadsTo } = naiveGraph(board)
  const reach: Record<string, boolean> = Object.fromEntries(cards.map((id) => [id, false]))
  for (let changed = true; changed; ) {
    changed = false
    for (const [id, { kind, fields }] of notes) {
      const before = pairs.filter(([from]) => from === id).map(([, to]) => reach[to])
      const inRing = leadsTo(id, id)
      const isReached =
        kind === 'step' &&
        (fields.grounding === 'true-now' ||
          (!inRing && fields.grounding === 'can-start-now' && before.length === 0) ||
          (!inRing &&
            before.length > 0 &&
            (fields.gate === 'any' ? before.some(Boolean) : before.every(Boolean))))
      if (isReached && !reach[id]) {
        reach[id] = true
        changed = true
      }
    }
  }
  return reach
}

/** Headings that a step leads to without passing through another interim goal. */
function naiveHeadings(board: Board, start: string): Set<string> {
  const { notes, pairs, direct, isPlaced } = naiveGraph(board)
  const isGoal = (id: string) => notes.get(id)?.kind === 'step' && notes.get(id)?.fields.interimGoal === true
  if (isGoal(start)) return new Set([start])
  const found = new Set<string>()
  const seen = new Set([start])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (direct.includes(id)) found.add('victory')
    for (const [from, to] of pairs) {
      if (to !== id || seen.has(from) || !isPlaced(from)) continue
      seen.add(from)
      if (isGoal(from)) found.add(from)
      else open.push(from)
    }
  }
  return found
}
