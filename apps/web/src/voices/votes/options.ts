import { type Board, isShown, type Link, type Note, type Vote } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { writableKinds } from '../../actions/writable-kinds.ts'

/** Something that can be given a dot. */
export type Option =
  | { readonly of: 'theme'; readonly id: string; readonly note: Note; readonly first: Note | undefined }
  | { readonly of: 'apart' | 'note'; readonly id: string; readonly note: Note }
  | { readonly of: 'link'; readonly id: string; readonly link: Link; readonly from: Note; readonly to: Note }

/** What a vote is about, in reading order: what it names, else what may be chosen on this kind of board. */
export function optionsOf(
  vote: Pick<Vote, 'options' | 'form'>,
  board: Board,
  kind: Kind,
  derived: Readonly<Record<string, unknown>>,
): Option[] {
  const all = optionsOn(board, kind, derived, vote.form === 'shaky')
  if (!vote.options) return all
  const known = new Map(all.map((option) => [option.id, option]))
  return vote.options.flatMap((id): Option[] => {
    const option = known.get(id)
    if (option) return [option]
    const note = board.notes.find((one) => one.id === id && isShown(one))
    return note ? [{ of: 'note', id, note }] : []
  })
}

/**
 * Themes stand for the notes in them; notes that stand apart or in no theme speak for themselves. Steps and the
 * links between them can be flagged. Notes behind another that says the same are voted on with it.
 */
function optionsOn(
  board: Board,
  kind: Kind,
  derived: Readonly<Record<string, unknown>>,
  withLinks: boolean,
): Option[] {
  const shown = new Map(
    board.notes.filter((note) => isShown(note) && !note.sameAs).map((note) => [note.id, note]),
  )
  const { layout } = kind
  if (layout.engine === 'canvas') return canvasOptions(shown, layout.theme, kind, derived)
  if (layout.engine === 'timeline') {
    const steps = [...shown.values()].filter((note) => note.kind === layout.chain.step)
    const notes = steps.map((note): Option => ({ of: 'note', id: note.id, note }))
    return withLinks ? [...notes, ...linkOptions(board, shown, layout.chain.link)] : notes
  }
  const main = new Set(layout.engine === 'grid' ? [layout.item] : writableKinds(kind).map(({ id }) => id))
  return [...shown.values()]
    .filter((note) => main.has(note.kind))
    .map((note) => ({ of: 'note', id: note.id, note }))
}

function canvasOptions(
  shown: ReadonlyMap<string, Note>,
  themeKind: string,
  kind: Kind,
  derived: Readonly<Record<string, unknown>>,
): Option[] {
  const themes = (derived.themes ?? []) as readonly { id: string; members: readonly string[] }[]
  const apart = (derived.apart ?? []) as readonly string[]
  const inTheme = new Set(themes.flatMap(({ members }) => members))
  const piece = kind.noteKinds[0]?.id
  const ofThemes = themes.flatMap(({ id, members }): Option[] => {
    const note = shown.get(id)
    return note ? [{ of: 'theme', id, note, first: shown.get(members[0] ?? '') }] : []
  })
  const loose = [...shown.values()].filter(
    (note) =>
      note.kind === piece && note.kind !== themeKind && !inTheme.has(note.id) && !apart.includes(note.id),
  )
  return [
    ...ofThemes,
    ...loose.map((note): Option => ({ of: 'note', id: note.id, note })),
    ...apart.flatMap((id): Option[] => {
      const note = shown.get(id)
      return note ? [{ of: 'apart', id, note }] : []
    }),
  ]
}

function linkOptions(board: Board, shown: ReadonlyMap<string, Note>, kind: string): Option[] {
  return board.links.flatMap((link): Option[] => {
    const from = shown.get(link.from)
    const to = shown.get(link.to)
    return link.kind === kind && from && to ? [{ of: 'link', id: link.id, link, from, to }] : []
  })
}
