import type { Board, CrossLink, Link, Note, ParsedWorkshop, WorkshopFacts } from '@vispera/board'

/** Small makers for tests: plain values with everything that does not matter filled in. */

let made = 0

export function aNote(note: Partial<Note> & { kind: string; text: string }): Note {
  made++
  return { id: `n${made}`, place: null, fields: {}, ...note }
}

export function aBoard(board: Partial<Board> & { kind: string }): Board {
  return { id: board.kind, title: board.kind, notes: [], links: [], settings: {}, leftOut: 0, ...board }
}

export function aWorkshop(
  workshop: Partial<Omit<ParsedWorkshop, 'workshop'>> & { workshop?: Partial<WorkshopFacts> } = {},
): ParsedWorkshop {
  return {
    boards: [],
    threads: [],
    leftOut: 0,
    ...workshop,
    workshop: {
      title: 'A workshop',
      safety: 'guarded',
      languages: ['en'],
      month: '2026-05',
      ...workshop.workshop,
    },
  }
}

export const aLink = (kind: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id: `${from}-${kind}-${to}`,
  kind,
  from,
  to,
  ...more,
})

export const aThread = (
  kind: string,
  from: readonly [string, string],
  to: readonly [string, string],
): CrossLink => ({
  id: `${from.join('_')}-${kind}-${to.join('_')}`,
  kind,
  from: { board: from[0], note: from[1] },
  to: { board: to[0], note: to[1] },
})
