import { colorNames, type Place } from '@vispera/board'
import type { Field, Kind, NoteKind } from '@vispera/kinds'
import type { Chance } from './chance.ts'
import { fieldDates, fieldWords, tongues } from './words.ts'

export interface SeedNote {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly place?: Place
  readonly [field: string]: unknown
}

/** Note `n`: words in one of the languages, sometimes a colour of its own, some of its fields filled. */
export function seedNote(noteKind: NoteKind, n: number, chance: Chance): SeedNote {
  const { lang, text } = seedText(chance)
  return {
    id: `seed-${n}`,
    kind: noteKind.id,
    text,
    lang,
    ...(chance.is(0.12) && { color: chance.pick(colorNames) }),
    ...seedFields(noteKind.fields, chance),
  }
}

/** Most notes are short; some are long, a few fill the whole card. */
function seedText(chance: Chance): { lang: string; text: string } {
  const tongue = chance.pick(tongues)
  const sentence = () => {
    if (tongue.who.length === 0 || chance.is(0.15)) return chance.pick(tongue.also)
    return `${chance.pick(tongue.who)} ${chance.pick(tongue.does)} ${chance.pick(tongue.where)}.`
  }
  const share = chance.next()
  const count = share < 0.65 ? 1 : share < 0.92 ? 2 : share < 0.99 ? 3 : 6
  return { lang: tongue.lang, text: Array.from({ length: count }, sentence).join(' ').slice(0, 600) }
}

function seedFields(fields: readonly Field[], chance: Chance): Record<string, unknown> {
  const filled: Record<string, unknown> = {}
  for (const { id, type } of fields) {
    if (!chance.is(0.35)) continue
    if (type.type === 'text') filled[id] = chance.pick(fieldWords)
    if (type.type === 'enum') filled[id] = chance.pick(type.options)
    if (type.type === 'fuzzyDate') filled[id] = chance.pick(fieldDates)
    if (type.type === 'bool' && chance.is(0.3)) filled[id] = true
  }
  return filled
}

/** The kinds of notes that can be made here, none of those that a board has exactly once. */
export function noteKindsOf(kind: Kind, ids: readonly string[]): NoteKind[] {
  const fixed = new Set(kind.fixedNotes.map((note) => note.kind))
  return kind.noteKinds.filter((one) => ids.includes(one.id) && !fixed.has(one.id))
}
