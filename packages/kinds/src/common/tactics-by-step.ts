import { type Board, isCellPlace, isShown, type Note } from '@vispera/board'
import type { RuleContext } from '../kind.ts'
import { type Stacks, stacksOf } from './stacks.ts'

/** How many tactics work on a step, by where they act. */
export interface SideCounts {
  readonly inside: number
  readonly bridge: number
  readonly outside: number
}

interface TacticRef {
  readonly board: string
  readonly note: Note
}

/**
 * Step id to the tactics that work on it, over all boards at hand: the golden thread's middle. Only steps of
 * `board` are answered. Tactics that were dropped, archived or held back do not count; a stack counts once.
 */
export function tacticsByStep(board: Board, stacks: Stacks, context: RuleContext): Map<string, TacticRef[]> {
  const known = new Map<string, { notes: Map<string, Note>; stacks: Stacks }>()
  const open = (id: string) => {
    const target = context.boards.get(id)
    if (!target) return null
    const opened = known.get(id) ?? {
      notes: new Map(target.notes.filter(isShown).map((note) => [note.id, note])),
      stacks: stacksOf(target.notes),
    }
    known.set(id, opened)
    return opened
  }
  const found = new Map<string, Map<string, TacticRef>>()
  for (const { kind, from, to } of context.threads) {
    const step = kind === 'calls-for' && from.board === board.id ? stacks.topOf(from.note) : undefined
    const target = step === undefined ? null : open(to.board)
    const note = target?.notes.get(target.stacks.topOf(to.note) ?? '')
    if (step === undefined || note?.kind !== 'tactic' || note.fields.status === 'dropped') continue
    const tactics = found.get(step) ?? new Map<string, TacticRef>()
    found.set(step, tactics.set(`${to.board} ${note.id}`, { board: to.board, note }))
  }
  return new Map([...found].map(([step, tactics]) => [step, [...tactics.values()]]))
}

/** Tactics that have no cell yet count on no side. */
export function countSides(tactics: readonly TacticRef[]): SideCounts {
  const count = (row: string) =>
    tactics.filter(({ note }) => isCellPlace(note.place) && note.place.row === row).length
  return { inside: count('inside'), bridge: count('bridge'), outside: count('outside') }
}

/** `inside` or `outside` when only that side has tactics; a bridge tactic acts on both. */
export function onlySideOf({ inside, bridge, outside }: SideCounts): 'inside' | 'outside' | null {
  if (bridge > 0 || inside > 0 === outside > 0) return null
  return inside > 0 ? 'inside' : 'outside'
}
