import { type Board, isShown, type Link, type Note, type NoteRef } from '@vispera/board'
import { readFuzzyDate } from '../common/fuzzy-dates.ts'
import { compare, inReadingOrder, standing } from '../common/lists.ts'
import { type Stacks, stacksOf } from '../common/stacks.ts'
import type { RuleContext } from '../kind.ts'

/** A link with one end here and the other here or on another board; stacked notes are read as their top. */
interface Tie {
  readonly kind: string
  /** Ids on this board; null for an end on another board. */
  readonly from: string | null
  readonly to: string | null
  readonly timing?: Link['timing']
}

/** What stands on a grid and how it is tied together: what its views and its prompts start from. */
export interface Grid {
  readonly stacks: Stacks
  readonly standing: readonly Note[]
  /** Tactics that still count: not dropped. In reading order. */
  readonly tactics: readonly Note[]
  /** By their earliest day, then in reading order; moments without days come last. */
  readonly moments: readonly Note[]
  readonly ties: readonly Tie[]
}

export function readGrid(board: Board, context: RuleContext): Grid {
  const stacks = stacksOf(board.notes)
  const here = standing(board, stacks)
  return {
    stacks,
    standing: here,
    tactics: here
      .filter((note) => note.kind === 'tactic' && note.fields.status !== 'dropped')
      .sort(inReadingOrder),
    moments: here.filter((note) => note.kind === 'moment').sort(byDay),
    ties: [...tiesHere(board, stacks), ...tiesAcross(board, stacks, context)],
  }
}

function tiesHere(board: Board, stacks: Stacks): Tie[] {
  return board.links.flatMap(({ kind, from, to, timing }): Tie[] => {
    const ends = { from: stacks.topOf(from), to: stacks.topOf(to) }
    return ends.from === undefined || ends.to === undefined || ends.from === ends.to
      ? []
      : [{ kind, from: ends.from, to: ends.to, timing }]
  })
}

function tiesAcross(board: Board, stacks: Stacks, { threads, boards }: RuleContext): Tie[] {
  const shownOn = new Map<string, Set<string>>()
  const isGone = (ref: NoteRef) => {
    const other = boards.get(ref.board)
    if (!other) return false
    const shown = shownOn.get(ref.board) ?? new Set(other.notes.filter(isShown).map((note) => note.id))
    shownOn.set(ref.board, shown)
    return !shown.has(ref.note)
  }
  return threads.flatMap(({ kind, from, to }): Tie[] => {
    const isFrom = from.board === board.id
    if (isFrom === (to.board === board.id)) return []
    const top = stacks.topOf(isFrom ? from.note : to.note)
    if (top === undefined || isGone(isFrom ? to : from)) return []
    return [isFrom ? { kind, from: top, to: null } : { kind, from: null, to: top }]
  })
}

/** Moment id to the tactics tied to it, in the order of `grid.tactics`. */
export function tacticsAtMoments({ tactics, moments, ties }: Grid): Map<string, Note[]> {
  const order = new Map(tactics.map((tactic, index) => [tactic.id, index]))
  const found = new Map(moments.map((moment): [string, Set<number>] => [moment.id, new Set()]))
  for (const { kind, from, to } of ties) {
    const index = order.get(from ?? '')
    if (kind === 'at-moment' && index !== undefined) found.get(to ?? '')?.add(index)
  }
  return new Map(
    [...found].map(([moment, indexes]) => [
      moment,
      [...indexes].sort((a, b) => a - b).flatMap((index) => tactics[index] ?? []),
    ]),
  )
}

const byDay = (a: Note, b: Note): number => compare(dayOf(a), dayOf(b)) || inReadingOrder(a, b)
const dayOf = (moment: Note): string => readFuzzyDate(moment.fields.when)?.earliest ?? '9999-99-99'
