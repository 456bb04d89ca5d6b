/** One edit: `removed` letters at `at` gave way to `inserted`. */
export interface Splice {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** The smallest edit between two texts, by what they share at the start and at the end. */
export function spliceBetween(before: string, after: string): Splice {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start++
  if (isInsidePair(before, start) || isInsidePair(after, start)) start--
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (isInsidePair(before, before.length - end) || isInsidePair(after, after.length - end)) end--
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

/**
 * Where a caret goes when somebody else edits the same words. At the very place of an insertion it stays
 * before it (`stick: 'before'`), so that two people typing at one spot do not push each other along.
 */
export function moveIndex(
  index: number,
  { at, removed, inserted }: Splice,
  stick: 'before' | 'after' = 'before',
): number {
  if (index < at || (index === at && (removed > 0 || stick === 'before'))) return index
  if (index >= at + removed) return index + inserted.length - removed
  return at + (stick === 'after' ? inserted.length : 0)
}

/**
 * Puts an edit that was made on an older text onto the text as it is now, after `others` were made in turn.
 * Letters that others removed meanwhile are gone; what they inserted stays.
 */
export function rebase(mine: Splice, others: readonly Splice[]): Splice {
  let start = mine.at
  let end = mine.at + mine.removed
  for (const other of others) {
    const isEmpty = start === end
    start = moveIndex(start, other, isEmpty ? 'before' : 'after')
    end = isEmpty ? start : Math.max(start, moveIndex(end, other, 'before'))
  }
  return { at: start, removed: end - start, inserted: mine.inserted }
}

export const applySplice = (text: string, { at, removed, inserted }: Splice): string =>
  text.slice(0, at) + inserted + text.slice(at + removed)

/** Whether cutting at `index` would split a surrogate pair. */
function isInsidePair(text: string, index: number): boolean {
  const lead = text.charCodeAt(index - 1)
  const trail = text.charCodeAt(index)
  return lead >= 0xd800 && lead <= 0xdbff && trail >= 0xdc00 && trail <= 0xdfff
}
