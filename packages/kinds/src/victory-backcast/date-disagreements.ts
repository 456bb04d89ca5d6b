import { type Board, isShown } from '@vispera/board'
import { readFuzzyDate } from '../common/fuzzy-dates.ts'
import { compare } from '../common/lists.ts'

/** A step dated later than something that needs it. */
export interface DateDisagreement {
  readonly link: string
  /** What needs the other first, and says it is done before. */
  readonly from: string
  readonly to: string
  /** People saw it and noted why it stays. */
  readonly kept: boolean
}

/**
 * Rule "backcast-date-disagreement": the earliest day of what is needed lies after the latest day of what
 * needs it. Unknown days never disagree; nothing is ever corrected.
 */
export function dateDisagreementsOf(board: Board): DateDisagreement[] {
  const notes = new Map(board.notes.filter(isShown).map((note) => [note.id, note]))
  const dateOf = (id: string) => {
    const note = notes.get(id)
    return note ? readFuzzyDate(note.kind === 'victory' ? note.fields.horizon : note.fields.when) : null
  }
  const found: DateDisagreement[] = []
  for (const { id, kind, from, to, why } of board.links) {
    if (kind !== 'needs' || from === to) continue
    const latest = dateOf(from)?.latest
    const earliest = dateOf(to)?.earliest
    if (latest !== undefined && earliest !== undefined && earliest > latest) {
      found.push({ link: id, from, to, kept: why !== undefined && why.trim() !== '' })
    }
  }
  return found.sort((a, b) => compare(a.link, b.link))
}
