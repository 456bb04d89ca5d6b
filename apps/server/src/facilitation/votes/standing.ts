import { documentNames, isShown, levelsOf, readBoard, type Vote } from '@vispera/board'
import type { Services } from '../../services.ts'
import { requireStage } from '../../workshops/stages.ts'

/** What of a vote's options is there now: all shown notes of its board where it names none, links too for flags. */
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
    const { notes, links } = await rooms.read(documentNames.board(workshop, entry.id), (doc) =>
      readBoard(entry, doc),
    )
    for (const note of notes) if (isShown(note)) there.add(note.id)
    if (form === 'shaky') for (const { id } of links) there.add(id)
  }
  return options ? new Set(options.filter((id) => there.has(id))) : there
}
