import { type Link, levelsOf, type Vote } from '@vispera/board'
import type { Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { quoted } from '../document/naming.ts'
import { compare } from '../document/note-lists.ts'

/** One thing that got something in a vote. `count` is its place where only the order is told. */
export interface VotedOption {
  readonly id: string
  readonly name: Line
  readonly count: number
}

/** What a vote was about: levels in the order of their scale, the rest from most to least. */
export function optionsInOrder(context: RecordContext, vote: Vote): VotedOption[] {
  const { result } = vote
  if (!result) return []
  const levels = levelsOf(vote.form)
  const options = Object.entries(result.totals).map(([id, count]) => ({
    id,
    count,
    name: levels ? context.words.line(`record.level.${id}`) : nameOf(context, id),
  }))
  if (levels && !result.isOrderOnly)
    return options.sort((a, b) => levels.indexOf(a.id) - levels.indexOf(b.id))
  const upwards = result.isOrderOnly ? 1 : -1
  return options.sort((a, b) => upwards * (a.count - b.count) || compare(a.id, b.id))
}

/** The words of a note or link that was voted on, as far as they may leave the room. */
function nameOf(context: RecordContext, id: string): Line {
  for (const view of context.views) {
    const note = view.notes.get(id)
    if (note) return quoted(context, note)
    if (view.all.has(id)) return context.words.line('record.votes.stays')
    const link = view.board.links.find((one) => one.id === id)
    if (link) return linkName(context, view, link)
  }
  return context.words.line('record.votes.gone')
}

function linkName(context: RecordContext, view: BoardView, link: Link): Line {
  const [from, to] = [view.notes.get(link.from), view.notes.get(link.to)]
  if (!from || !to) return context.words.line('record.votes.stays')
  const ends = { from: quoted(context, from), to: quoted(context, to) }
  return context.words.line('record.link.sentence', {
    ...ends,
    link: context.words.label(`link.${link.kind}`, link.kind),
  })
}
