import { type Board, isShown, type Note, orderOf } from '@vispera/board'
import { compare } from '../common/lists.ts'
import type { Stacks } from '../common/stacks.ts'
import { componentsOf } from './components.ts'
import { deepestColumn, lanes } from './note-kinds.ts'

/** A step, or a gap that stands where a step was taken out. */
export interface Card {
  readonly id: string
  readonly note: Note
  readonly isStep: boolean
  readonly isGoal: boolean
  /** Positions in `Path.cards` of what it needs first, and of what needs it. */
  readonly needs: number[]
  readonly neededBy: number[]
}

/** The cards of a board and how they hang together; the input of every rule of the backcast. */
export interface Path {
  /** By thread, order key, id: the order inside a column. */
  readonly cards: readonly Card[]
  /** Positions of the cards that victory or the instant before needs directly. */
  readonly direct: ReadonlySet<number>
  readonly hasInstant: boolean
  /** Cards that need each other in a ring are one component; prerequisites come before what needs them. */
  readonly components: readonly (readonly number[])[]
}

const victoryId = 'victory'
const instantId = 'instant-before'

/**
 * Reads the path. Links to unknown, archived or held-back cards are dropped; a stack is one card with the
 * links of all its notes; victory is always there, the instant before counts when it is shown.
 */
export function readPath(board: Board, stacks: Stacks): Path {
  const shown = board.notes.filter(
    (note) => isCard(note) && isShown(note) && stacks.topOf(note.id) === note.id,
  )
  const cards = shown.sort(inColumnOrder).map(newCard)
  const positions = new Map(cards.map((card, index) => [card.id, index]))
  const hasInstant = board.notes.some((note) => note.id === instantId && isShown(note))
  const direct = new Set<number>()
  const pairs = new Set<string>()
  for (const link of board.links) {
    if (link.kind !== 'needs') continue
    const to = positions.get(stacks.topOf(link.to) ?? '')
    if (to === undefined) continue
    const from = positions.get(stacks.topOf(link.from) ?? '')
    if (link.from === victoryId || (link.from === instantId && hasInstant)) direct.add(to)
    else if (from !== undefined && from !== to && !pairs.has(`${from} ${to}`)) {
      pairs.add(`${from} ${to}`)
      cards[from]?.needs.push(to)
      cards[to]?.neededBy.push(from)
    }
  }
  // Links come in any order; sorted, everything that follows is the same on every device.
  for (const card of cards) {
    card.needs.sort((a, b) => a - b)
    card.neededBy.sort((a, b) => a - b)
  }
  const components = componentsOf(cards.map((card) => card.needs))
  return { cards, direct, hasInstant, components: components.map((members) => members.sort((a, b) => a - b)) }
}

const isCard = (note: Note): boolean =>
  (note.kind === 'step' || note.kind === 'gap') && note.id !== victoryId && note.id !== instantId

const newCard = (note: Note): Card => ({
  id: note.id,
  note,
  isStep: note.kind === 'step',
  isGoal: note.kind === 'step' && note.fields.interimGoal === true,
  needs: [],
  neededBy: [],
})

const inColumnOrder = (a: Note, b: Note): number =>
  laneOrder(a) - laneOrder(b) || compare(orderOf(a.place), orderOf(b.place)) || compare(a.id, b.id)

/** The step's thread, or null when it has none that exists here. */
export const laneOf = (note: Note): (typeof lanes)[number] | null =>
  lanes.find((lane) => lane === note.fields.threadId) ?? null

function laneOrder(note: Note): number {
  const lane = laneOf(note)
  return lane === null ? lanes.length : lanes.indexOf(lane)
}

/** How many columns before victory the step asks to be drawn, at least. */
export function minDepthOf(note: Note): number {
  const value = note.fields.minDepth
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= deepestColumn
    ? value
    : 0
}
