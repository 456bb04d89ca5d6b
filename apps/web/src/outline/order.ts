import type { Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { OutlineSection } from './sections/section.ts'

/** The notes among which a note can go up and down: all of its list, or those of its lane in a column. */
export function orderedAmong(
  kind: Kind,
  note: (id: string) => Note | undefined,
  section: OutlineSection,
  id: string,
): readonly string[] {
  if (!section.isOrdered || !section.notes.includes(id)) return []
  const { layout } = kind
  if (layout.engine !== 'timeline' || section.drop) return section.notes
  const lane = note(id)?.fields[layout.chain.lane]
  return section.notes.filter((one) => note(one)?.fields[layout.chain.lane] === lane)
}

/** Where a note goes by one step up or down: before `index` of the others. Null at the end of the list. */
export function shifted(among: readonly string[], id: string, by: -1 | 1): number | null {
  const index = among.indexOf(id) + by
  return among.includes(id) && index >= 0 && index < among.length ? index : null
}

/** Where a note dropped on another goes among the ordered notes without it. */
export function droppedAt(among: readonly string[], id: string, over: string): number | null {
  const to = among.indexOf(over)
  return among.includes(id) && to >= 0 ? to : null
}
