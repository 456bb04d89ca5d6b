import type { Board, CrossLink, Link, Note } from '@vispera/board'
import type { RuleContext } from '../kind.ts'

type NoteParts = Partial<Omit<Note, 'id' | 'kind'>>

export const aNote = (id: string, kind: string, parts: NoteParts = {}): Note => ({
  id,
  kind,
  text: id,
  place: null,
  fields: {},
  ...parts,
})

export const aStep = (id: string, fields: Note['fields'] = {}, parts: NoteParts = {}): Note =>
  aNote(id, 'step', { ...parts, fields })

/** `[from, to]` pairs as links of one kind. */
export const linked = (kind: string, pairs: readonly (readonly [string, string])[]): Link[] =>
  pairs.map(([from, to], index) => ({ id: `${kind}${index}`, kind, from, to }))

export const needs = (pairs: readonly (readonly [string, string])[]): Link[] => linked('needs', pairs)

export const aBoard = (
  kind: string,
  notes: readonly Note[],
  links: readonly Link[] = [],
  id = kind,
): Board => ({
  id,
  kind,
  title: kind,
  notes,
  links,
  settings: {},
  leftOut: 0,
})

/** A backcast with its two fixed notes. */
export const aBackcast = (notes: readonly Note[], links: readonly Link[] = []): Board =>
  aBoard(
    'victory-backcast',
    [aNote('victory', 'victory'), aNote('instant-before', 'instant-before'), ...notes],
    links,
  )

export const inWorkshop = (boards: readonly Board[], threads: readonly CrossLink[] = []): RuleContext => ({
  boards: new Map(boards.map((board) => [board.id, board])),
  threads,
})

/** A link across boards; ends are `board/note`. */
export function across(kind: string, from: string, to: string): CrossLink {
  const ref = (end: string) => {
    const [board = '', note = ''] = end.split('/')
    return { board, note }
  }
  return { id: `${kind}-${from}-${to}`.replaceAll('/', '_'), kind, from: ref(from), to: ref(to) }
}
