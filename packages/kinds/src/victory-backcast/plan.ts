import { groupBy } from '../common/group-by.ts'
import type { Depths } from './depth.ts'
import type { Path } from './path.ts'

/** The steps under one heading of the plan, read from today to victory. */
export interface PlanPart {
  /** An interim goal (its own last step), or `victory`. */
  readonly goal: string
  readonly steps: readonly string[]
  /** Step to the later headings that it leads to as well; left out when there are none. */
  readonly alsoLeadsTo?: Readonly<Record<string, readonly string[]>>
}

export interface Plan {
  readonly parts: readonly PlanPart[]
  /** Step to its number: `1`, or `3a`, `3b` for steps that wait for each other. */
  readonly numbers: Readonly<Record<string, string>>
}

/** Headings listed per step; a step that leads to more is not read as a list, and data may be hostile. */
const mostHeadings = 100

/**
 * Rule "backcast-forward-order". Each card belongs to the earliest interim goal, or victory, that it leads to
 * without passing through another. Cards that wait for each other are one unit: they share a heading and a
 * number, and if one of them is a goal the unit is that goal.
 */
export function planOf(path: Path, { depth, units }: Depths): Plan {
  const headings = headingsOf(path, depth, units)
  const goals = units.filter((unit) => isGoal(path, unit))
  const byHeading = groupBy(units, (unit) => headings.get(unit)?.[0] ?? goals.length)
  const nameOf = (heading: number) => idOf(path, goalOf(path, goals[heading])) ?? 'victory'
  const numbers: [string, string][] = []
  let number = 0
  const parts = [...byHeading.keys()]
    .sort((a, b) => a - b)
    .map((heading): PlanPart => {
      const steps: string[] = []
      const also: [string, string[]][] = []
      for (const unit of byHeading.get(heading) ?? []) {
        number++
        const ids = goalLast(path, unit).map((position) => idOf(path, position) ?? '')
        const later = (headings.get(unit) ?? []).slice(1, mostHeadings + 1).map(nameOf)
        ids.forEach((id, index) => {
          numbers.push([id, ids.length === 1 ? String(number) : `${number}${letters(index)}`])
          if (later.length > 0) also.push([id, later])
        })
        steps.push(...ids)
      }
      const part = { goal: nameOf(heading), steps }
      return also.length > 0 ? { ...part, alsoLeadsTo: Object.fromEntries(also) } : part
    })
  return { parts, numbers: Object.fromEntries(numbers) }
}

/**
 * Unit to the headings it leads to without passing through another goal, earliest first. A goal's own heading
 * is its only one. The number of goals stands for victory, which is read last.
 */
function headingsOf(
  path: Path,
  depth: readonly number[],
  units: readonly (readonly number[])[],
): Map<readonly number[], readonly number[]> {
  const unitOf = new Map(units.flatMap((unit) => unit.map((member) => [member, unit] as const)))
  const goals = units.filter((unit) => isGoal(path, unit))
  const indexOfGoal = new Map(goals.map((unit, index) => [unit, index]))
  const headings = new Map<readonly number[], readonly number[]>()
  // Backwards through the base order: whatever a unit leads to is known before the unit itself.
  for (const unit of units.toReversed()) {
    const own = indexOfGoal.get(unit)
    if (own !== undefined) {
      headings.set(unit, [own])
      continue
    }
    const found = new Set<number>()
    for (const member of unit) {
      if (path.direct.has(member)) found.add(goals.length)
      for (const needer of path.cards[member]?.neededBy ?? []) {
        const other = unitOf.get(needer)
        if (other && other !== unit && depth[needer])
          for (const heading of headings.get(other) ?? []) found.add(heading)
      }
    }
    headings.set(unit, [...found].sort((a, b) => a - b).slice(0, mostHeadings + 1))
  }
  return headings
}

const isGoal = (path: Path, unit: readonly number[]): boolean =>
  unit.some((member) => path.cards[member]?.isGoal)

/** The card that names a goal unit's heading: the first goal in it. */
const goalOf = (path: Path, unit: readonly number[] | undefined): number | undefined =>
  unit?.find((member) => path.cards[member]?.isGoal)

/** A heading's own goal is read last, also among cards that wait for each other. */
function goalLast(path: Path, unit: readonly number[]): readonly number[] {
  const goal = goalOf(path, unit)
  return goal === undefined ? unit : [...unit.filter((member) => member !== goal), goal]
}

const idOf = (path: Path, position: number | undefined): string | undefined =>
  position === undefined ? undefined : path.cards[position]?.id

/** 0 is a, 25 is z, 26 is aa. */
function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter
}
