import { type Board, isShown, type Note } from '@vispera/board'
import type { Kind } from '../kind.ts'

/** Something on a board that can be given a dot, or flagged. */
export interface VoteOption {
  /** A theme stands for the notes in it; a note that stands apart speaks for itself. */
  readonly of: 'theme' | 'apart' | 'note' | 'link'
  readonly id: string
  /** The first note in a theme. */
  readonly first?: string
}

/**
 * What may be chosen on a board where a vote names nothing, in reading order. The one rule: by it the client offers,
 * and the server counts and says how many dots everybody has. `derived` is what the board's kind derives from it.
 */
export function voteOptionsOn(
  kind: Kind,
  board: Board,
  derived: Readonly<Record<string, unknown>>,
  withLinks: boolean,
): VoteOption[] {
  const { layout } = kind
  // What is behind another note that says the same is voted on with it.
  const shown = board.notes.filter((note) => isShown(note) && !note.sameAs)
  const notesOf = (...kinds: readonly string[]) =>
    shown.filter((note) => kinds.includes(note.kind)).map(({ id }): VoteOption => ({ of: 'note', id }))
  if (layout.engine === 'canvas') return onCanvas(kind, layout.theme, shown, derived)
  if (layout.engine === 'grid') return notesOf(layout.item)
  if (layout.engine === 'timeline') {
    const steps = notesOf(layout.chain.step)
    return withLinks ? [...steps, ...linksOn(board, shown, layout.chain.link)] : steps
  }
  const fixed = new Set(kind.fixedNotes.map((note) => note.kind))
  return notesOf(...kind.noteKinds.flatMap(({ id }) => (fixed.has(id) ? [] : id)))
}

function onCanvas(
  { noteKinds }: Kind,
  themeKind: string,
  shown: readonly Note[],
  derived: Readonly<Record<string, unknown>>,
): VoteOption[] {
  const themes = (derived.themes ?? []) as readonly { id: string; members: readonly string[] }[]
  const apart = (derived.apart ?? []) as readonly string[]
  const there = new Set(shown.map(({ id }) => id))
  const spokenFor = new Set([...apart, ...themes.flatMap(({ members }) => members)])
  const piece = noteKinds[0]?.id
  const loose = shown.filter(({ id, kind }) => kind === piece && kind !== themeKind && !spokenFor.has(id))
  return [
    ...themes
      .filter(({ id }) => there.has(id))
      .map(
        ({ id, members: [first] }): VoteOption => ({
          of: 'theme',
          id,
          ...(first !== undefined && there.has(first) && { first }),
        }),
      ),
    ...loose.map(({ id }): VoteOption => ({ of: 'note', id })),
    ...apart.filter((id) => there.has(id)).map((id): VoteOption => ({ of: 'apart', id })),
  ]
}

function linksOn({ links }: Board, shown: readonly Note[], kind: string): VoteOption[] {
  const there = new Set(shown.map(({ id }) => id))
  return links
    .filter((link) => link.kind === kind && there.has(link.from) && there.has(link.to))
    .map(({ id }) => ({ of: 'link', id }))
}
