import type { OutlineSection } from './sections/section.ts'

/** Above this many notes a board opens with a few per heading; the rest is one press away. */
export const wholeBoard = 150
const perPage = 50

/** How many notes each heading shows at first. */
export function firstPage(sections: readonly OutlineSection[]): number {
  const sizes = sections.map((section) => section.notes.length).filter((size) => size > 0)
  const total = sizes.reduce((all, size) => all + size, 0)
  if (total <= wholeBoard) return perPage
  return Math.max(3, Math.min(perPage, Math.floor(wholeBoard / sizes.length)))
}

/** The next page's end, far enough to take in `index` when a certain note is looked for. */
export const nextPage = (shown: number, index = 0): number => Math.max(shown + perPage, index + 1)
