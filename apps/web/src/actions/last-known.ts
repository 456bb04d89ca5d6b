import type { CrossLinkFields, Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'

const levels = { open: 0, guarded: 1, protected: 2 } as const

/** One end of a link across boards, as far as it is at hand. */
export interface LinkEnd {
  readonly kind: Kind | undefined
  readonly note: Note | undefined
}

/**
 * Words for a chip whose other board is not at hand. Never those of a board that is more protected than the
 * one they would be shown on, and never sensitive ones.
 */
export function lastKnownTexts(
  from: LinkEnd | undefined,
  to: LinkEnd | undefined,
): CrossLinkFields['lastKnown'] {
  const fromWords = from && to && levelOf(from) <= levelOf(to) ? mayTravel(from.note) : null
  const toWords = from && to && levelOf(to) <= levelOf(from) ? mayTravel(to.note) : null
  if (fromWords === null && toWords === null) return undefined
  return { ...(fromWords === null ? {} : { from: fromWords }), ...(toWords === null ? {} : { to: toWords }) }
}

const levelOf = ({ kind }: LinkEnd) => levels[kind?.defaultSafety ?? 'protected']

const mayTravel = (note: Note | undefined): string | null =>
  note && (note.sensitivity ?? 'normal') === 'normal' && note.text.trim() !== ''
    ? note.text.slice(0, 600)
    : null
