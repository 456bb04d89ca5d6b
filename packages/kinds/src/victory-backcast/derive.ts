import { type Board, isShown, type Note } from '@vispera/board'
import { listsByZone, standing } from '../common/lists.ts'
import { stacksOf } from '../common/stacks.ts'
import { countSides, onlySideOf, type SideCounts, tacticsByStep } from '../common/tactics-by-step.ts'
import type { RuleContext } from '../kind.ts'
import { type DateDisagreement, dateDisagreementsOf } from './date-disagreements.ts'
import { depthsOf } from './depth.ts'
import { alikeCards, cutOffCards } from './hints.ts'
import { type Card, readPath } from './path.ts'
import { type PlanPart, planOf } from './plan.ts'
import { leafMeterOf, reachOf } from './reaches-today.ts'
import { backcastZones } from './zones.ts'

/** What a backcast computes. Ids of steps, and of gaps that stand in the path. */
export interface BackcastDerived extends Readonly<Record<string, unknown>> {
  /** Columns before victory; only cards with a path to victory. */
  readonly depth: Readonly<Record<string, number>>
  /** Base order of the placed cards, prerequisites first. */
  readonly order: readonly string[]
  readonly plan: readonly PlanPart[]
  readonly planNumber: Readonly<Record<string, string>>
  readonly reachesToday: Readonly<Record<string, boolean>>
  readonly victoryReaches: boolean
  readonly saysCanStartButWaits: readonly string[]
  readonly leafMeter: Readonly<Record<string, readonly [number, number]>>
  /** Cards that wait for each other. */
  readonly cycles: readonly (readonly string[])[]
  readonly unplaced: readonly string[]
  /** Unplaced cards whose own dependent is gone ("what it led to was removed"). */
  readonly cutOff: readonly string[]
  /** Steps in one place whose words are close: they may say the same. */
  readonly alike: readonly (readonly [string, string])[]
  /** Steps not marked true although a tactic for them is done ("is it true now?"). */
  readonly maybeTrueNow: readonly string[]
  /** Gaps on the path: something is missing there. */
  readonly gaps: readonly string[]
  readonly disagreements: readonly DateDisagreement[]
  readonly tacticCounts: Readonly<Record<string, SideCounts>>
  readonly stepsWithoutTactic: readonly string[]
  readonly stepsWithOneSideOnly: readonly string[]
  /** Notes in the lists beside the path; unplaced cards head the tray. */
  readonly zones: Readonly<Record<string, readonly string[]>>
  readonly stacks: Readonly<Record<string, readonly string[]>>
}

export function deriveBackcast(board: Board, context: RuleContext): BackcastDerived {
  const stacks = stacksOf(board.notes)
  const path = readPath(board, stacks)
  const depths = depthsOf(path)
  const plan = planOf(path, depths)
  const reach = reachOf(path)
  const idsAt = (positions: readonly number[]) =>
    positions.flatMap((position) => path.cards[position]?.id ?? [])
  const byCard = <T>(value: (card: Card, position: number) => T | undefined) =>
    Object.fromEntries(
      path.cards.flatMap((card, position) => {
        const found = value(card, position)
        return found === undefined ? [] : [[card.id, found] as const]
      }),
    )

  const order = idsAt(depths.units.flat())
  const unplaced = path.cards.filter((_, position) => !depths.depth[position]).map((card) => card.id)
  const tactics = tacticsByStep(board, stacks, context)
  const tacticCounts = byCard((card) => (card.isStep ? countSides(tactics.get(card.id) ?? []) : undefined))
  const placedSteps = order.filter((id) => tacticCounts[id] !== undefined)
  const rank = new Map([...order, ...unplaced].map((id, index) => [id, index]))
  const inOrder = (ids: readonly string[]) => [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  const zones = listsByZone(backcastZones, standing(board, stacks).filter(standsBeside))

  return {
    depth: byCard((_, position) => depths.depth[position] || undefined),
    order,
    plan: plan.parts,
    planNumber: plan.numbers,
    reachesToday: byCard((_, position) => reach.reaches[position]),
    victoryReaches: reach.victoryReaches,
    saysCanStartButWaits: inOrder(idsAt(reach.waits)),
    leafMeter: leafMeterOf(path, depths.depth, reach),
    cycles: path.components
      .filter((members) => members.length > 1)
      .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      .map(idsAt),
    unplaced,
    cutOff: cutOffCards(board, stacks, path, depths),
    alike: alikeCards(path, depths),
    maybeTrueNow: path.cards
      .filter(({ id, note }) => note.fields.status !== 'true' && (tactics.get(id) ?? []).some(isDone))
      .map((card) => card.id),
    gaps: order.filter((id) => tacticCounts[id] === undefined),
    disagreements: dateDisagreementsOf(board),
    tacticCounts,
    stepsWithoutTactic: placedSteps.filter((id) => (tactics.get(id) ?? []).length === 0),
    stepsWithOneSideOnly: placedSteps.filter((id) => {
      const counts = tacticCounts[id]
      return counts !== undefined && onlySideOf(counts) !== null
    }),
    zones: { ...zones, path: order, tray: [...unplaced, ...(zones.tray ?? [])] },
    stacks: stacks.behind,
  }
}

const isDone = ({ note }: { note: Note }): boolean => note.fields.status === 'done'

const besideThePath = new Set(['step', 'gap', 'victory', 'instant-before'])
const standsBeside = (note: Note): boolean => isShown(note) && !besideThePath.has(note.kind)
