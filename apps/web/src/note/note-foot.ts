import type { Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { Words } from '../i18n/use-words.ts'
import { type CardFact, cardOf, factOf } from '../layouts/shared/card.ts'

/** What a note says beside its words, wherever it is shown. */
export interface NoteFoot {
  /** Over the words: "Interim goal". */
  readonly badge: CardFact | null
  readonly foot: readonly CardFact[]
  /** The note stands out: something to aim for. */
  readonly strong: boolean
  /** How many other wordings stand behind it. */
  readonly same: number
}

/**
 * Everything under and over a note's words. `chips` come from other boards, `same` from the stacks; fields
 * `without` are shown elsewhere.
 */
export function noteFoot(
  note: Note,
  kind: Kind,
  words: Words,
  {
    chips = [],
    same = 0,
    without = [],
  }: { chips?: readonly CardFact[]; same?: number; without?: readonly string[] } = {},
): NoteFoot {
  const shown = without.length === 0 ? note : { ...note, fields: withoutKeys(note.fields, without) }
  const card = cardOf(shown, kind, words, chips)
  const lane = laneFact(note, kind, words)
  return {
    badge: card.badge,
    strong: card.strong,
    same,
    foot: [...(lane ? [lane] : []), ...card.foot, ...stateFacts(note, words)],
  }
}

const withoutKeys = (fields: Note['fields'], keys: readonly string[]): Note['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)))

/** A colour that stands for a lane is also said in words. */
function laneFact(note: Note, kind: Kind, words: Words): CardFact | null {
  if (kind.layout.engine !== 'timeline') return null
  const { lane } = kind.layout.chain
  const field = kind.noteKinds.find((one) => one.id === note.kind)?.fields.find((one) => one.id === lane)
  const fact = field ? factOf(note, field, words) : null
  return fact ? { text: fact.text } : null
}

const stateFacts = (note: Note, { t }: Words): CardFact[] => [
  ...(note.sensitivity && note.sensitivity !== 'normal'
    ? [{ icon: 'sensitive', text: t('outline.state.sensitive') }]
    : []),
  ...(note.late ? [{ icon: 'late', text: t('outline.state.late') }] : []),
]
