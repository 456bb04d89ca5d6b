import { documentNames, isShown, levelsOf, readBoard, type Vote } from '@vispera/board'
import { kindById, voteOptionsOn } from '@vispera/kinds'
import type { Services } from '../../services.ts'
import { requireStage } from '../../workshops/stages.ts'

/**
 * What of a vote's options is there now. Where it names none, what its kind of board offers, and nothing else that
 * stands there; where it names some, any shown note too.
 */
export async function standingOptions(
  { rooms, stages }: Pick<Services, 'rooms' | 'stages'>,
  workshop: string,
  { form, board, options }: Pick<Vote, 'form' | 'board' | 'options'>,
): Promise<Set<string>> {
  if (levelsOf(form)) return new Set()
  const { boards } = await requireStage(stages, workshop)
  const there = new Set<string>()
  for (const entry of boards) {
    if (board !== null && entry.id !== board) continue
    const read = await rooms.read(documentNames.board(workshop, entry.id), (doc) => readBoard(entry, doc))
    const kind = kindById(entry.kind)
    const derived = kind?.derive(read, { threads: [], boards: new Map() }) ?? {}
    const offered = kind ? voteOptionsOn(kind, read, derived, form === 'shaky') : []
    for (const { id } of offered) there.add(id)
    if (options) for (const note of read.notes) if (isShown(note)) there.add(note.id)
  }
  return options ? new Set(options.filter((id) => there.has(id))) : there
}
