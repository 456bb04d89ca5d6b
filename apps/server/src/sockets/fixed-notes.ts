import { isFixedNote, kindById } from '@vispera/kinds'
import { boardOf, type Stages } from '../workshops/stages.ts'

/** Whether a board has a note from the start, exactly once. */
export type FixedNotes = (workshop: string, board: string, note: string) => boolean

/** Says so from what is at hand; of a workshop that nobody has opened it knows nothing. */
export function fixedNotesOf(stages: Stages): FixedNotes {
  return (workshop, board, note) => {
    const stage = stages.known(workshop)
    const kind = kindById((stage && boardOf(stage, board)?.kind) ?? '')
    return !!kind && isFixedNote(kind, note)
  }
}
