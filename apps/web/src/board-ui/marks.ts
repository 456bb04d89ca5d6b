import type { Kind } from '@vispera/kinds'
import type { Words } from '../i18n/use-words.ts'
import type { CardFact } from '../layouts/shared/card.ts'

type Facts = ReadonlyMap<string, readonly CardFact[]>

/** What the method's rules say of single notes, before what their chips say. The same object while nothing is said. */
export function withMarks(
  { id: kind, marks = {} }: Pick<Kind, 'id' | 'marks'>,
  derived: () => Readonly<Record<string, unknown>>,
  { t }: Pick<Words, 't'>,
  chips: Facts,
): Facts {
  const said = Object.entries(marks).flatMap(([mark, notesOf]) =>
    notesOf(derived()).map((note) => [note, { icon: 'unknown', text: t(`${kind}.mark.${mark}`) }] as const),
  )
  if (said.length === 0) return chips
  const all = new Map(chips)
  for (const [note, fact] of said) all.set(note, [fact, ...(all.get(note) ?? [])])
  return all
}
