import { type Board, isShown, type Link, type Note, type Vote } from '@vispera/board'
import { type Kind, voteOptionsOn } from '@vispera/kinds'

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

function optionsOn(
  { notes, links, ...board }: Board,
  kind: Kind,
  derived: Readonly<Record<string, unknown>>,
  withLinks: boolean,
): Option[] {
  const note = new Map(notes.map((one) => [one.id, one]))
  const link = new Map(links.map((one) => [one.id, one]))
  return voteOptionsOn(kind, { ...board, notes, links }, derived, withLinks).flatMap((option): Option[] => {
    const { of, id } = option
    if (of === 'link') {
      const found = link.get(id)
      const from = note.get(found?.from ?? '')
      const to = note.get(found?.to ?? '')
      return found && from && to ? [{ of, id, link: found, from, to }] : []
    }
    const found = note.get(id)
    if (!found) return []
    return of === 'theme'
      ? [{ of, id, note: found, first: note.get(option.first ?? '') }]
      : [{ of, id, note: found }]
  })
}
