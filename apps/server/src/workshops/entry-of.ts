import type { BoardEntry } from '@vispera/board'

type Entries = readonly BoardEntry[]
const byId = new WeakMap<Entries, ReadonlyMap<string, BoardEntry>>()

/** The entry of a board. Asked for every update of every board, so a list is walked once and remembered by id. */
export function entryOf(boards: Entries, board: string): BoardEntry | undefined {
  const known = byId.get(boards) ?? new Map(boards.map((entry) => [entry.id, entry]))
  byId.set(boards, known)
  return known.get(board)
}
