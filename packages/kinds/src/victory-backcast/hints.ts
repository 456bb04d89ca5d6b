import { type Board, isShown, type Note } from '@vispera/board'
import type { Stacks } from '../common/stacks.ts'
import type { Depths } from './depth.ts'
import type { Path } from './path.ts'

/**
 * Unplaced cards that were linked to something that is gone: "what it led to was removed". It happens when
 * one person deletes a step while another adds what it needs.
 */
export function cutOffCards(board: Board, stacks: Stacks, { cards }: Path, { depth }: Depths): string[] {
  const shown = new Set(board.notes.filter(isShown).map((note) => note.id))
  const cut = new Set(
    board.links
      .filter((link) => link.kind === 'needs' && !shown.has(link.from))
      .map((link) => stacks.topOf(link.to)),
  )
  return cards.filter((card, position) => !depth[position] && cut.has(card.id)).map((card) => card.id)
}

/** Beyond this many cards in one place nobody asks which of them say the same. */
const mostCompared = 40
/** Share of common letter pairs from which two wordings are close. */
const close = 0.8

/**
 * Pairs of steps in one place (needed by the same card, or unplaced) whose words are close: a hint that they
 * may say the same, never a merge. Compares letter pairs, so that it works in every script.
 */
export function alikeCards({ cards, direct }: Path, { depth }: Depths): [string, string][] {
  const loose = cards.flatMap((_, position) => (depth[position] ? [] : [position]))
  const groups = [[...direct], loose, ...cards.map((card) => card.needs)]
  const found = new Map<string, [string, string]>()
  for (const group of groups) {
    if (group.length < 2 || group.length > mostCompared) continue
    const steps = group.flatMap((position) => (cards[position]?.isStep ? [cards[position]] : []))
    const pairs = steps.map((card) => letterPairsOf(card.note))
    steps.forEach((a, index) => {
      for (let other = index + 1; other < steps.length; other++) {
        const b = steps[other]
        if (b && likeness(pairs[index], pairs[other]) >= close) found.set(`${a.id} ${b.id}`, [a.id, b.id])
      }
    })
  }
  return [...found.values()]
    .map((pair): [string, string] => pair.toSorted() as [string, string])
    .sort(byFirst)
}

const byFirst = (a: readonly [string, string], b: readonly [string, string]) =>
  a.join(' ') < b.join(' ') ? -1 : 1

// Notes keep their identity until they change, and a board is derived anew with every stroke.
const known = new WeakMap<Note, readonly string[]>()

function letterPairsOf(note: Note): readonly string[] {
  const pairs = known.get(note) ?? letterPairs(note.text)
  known.set(note, pairs)
  return pairs
}

function letterPairs(text: string): string[] {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  ]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Dice's coefficient over letter pairs, each counted as often as it occurs. */
function likeness(a: readonly string[] = [], b: readonly string[] = []): number {
  // Lengths this far apart cannot come close, and most pairs of steps end here.
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * (close / (2 - close))) return 0
  if (a.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of b) {
    const count = left.get(pair) ?? 0
    if (count > 0) common++
    left.set(pair, count - 1)
  }
  return (2 * common) / (a.length + b.length)
}
