import type { BoardEntry, CrossLinkFields, Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'

const levels = { open: 0, guarded: 1, protected: 2 } as const

/** One end of a link across boards, as far as it is at hand. */
export interface LinkEnd {
  readonly kind: Kind | undefined
  readonly note: Note | undefined
  readonly board: BoardEntry | undefined
}

/**
 * Words for a chip whose other board is not at hand. Never those of a board that is more protected than the
 * one they would be shown on, never sensitive ones, and never those of a small group's
 * own board: links across boards are everybody's to read.
 */
export function lastKnownTexts(
  from: LinkEnd | undefined,
  to: LinkEnd | undefined,
): CrossLinkFields['lastKnown'] {
  const fromWords = from && to && levelOf(from) <= levelOf(to) ? mayTravel(from) : null
  const toWords = from && to && levelOf(to) <= levelOf(from) ? mayTravel(to) : null
  if (fromWords === null && toWords === null) return undefined
  return { ...(fromWords === null ? {} : { from: fromWords }), ...(toWords === null ? {} : { to: toWords }) }
}

const levelOf = ({ kind }: LinkEnd) => levels[kind?.defaultSafety ?? 'protected']

const mayTravel = ({ note, board }: LinkEnd): string | null =>
  note &&
  board?.group?.state !== 'private' &&
  (note.sensitivity ?? 'normal') === 'normal' &&
  note.text.trim() !== ''
    ? note.text.slice(0, 600)
    : null
