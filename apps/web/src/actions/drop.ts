import type { Board } from '@vispera/board'
import type { Kind } from '@vispera/kinds'

/** What dropping notes on another note means on this board. */
export type DropDecision =
  | {
      readonly does: 'nothing'
      readonly why: 'fixed' | 'kept-apart' | 'same' | 'no-meaning'
    }
  /** Join the theme that the target is, or stands in. */
  | {
      readonly does: 'put-with'
      readonly theme: string
      readonly ids: readonly string[]
    }
  /** Target and dragged notes become a theme. */
  | { readonly does: 'make-theme'; readonly ids: readonly string[] }
  /** `from` (the target) is linked to each of `to`. */
  | {
      readonly does: 'link'
      readonly kind: string
      readonly links: readonly { from: string; to: string }[]
    }

export function decideDrop(kind: Kind, board: Board, ids: readonly string[], target: string): DropDecision {
  const notes = new Map(board.notes.map((note) => [note.id, note]))
  const over = notes.get(target)
  const dragged = ids.filter((id) => id !== target && notes.has(id))
  if (!over || dragged.length === 0) return { does: 'nothing', why: 'same' }
  const { layout } = kind
  switch (layout.engine) {
    case 'canvas': {
      const pieces = dragged.filter((id) => notes.get(id)?.kind !== layout.theme)
      const movable = pieces.filter((id) => notes.get(id)?.keepSeparate !== true)
      if (pieces.length === 0) return { does: 'nothing', why: 'no-meaning' }
      if (movable.length === 0 || over.keepSeparate) return { does: 'nothing', why: 'kept-apart' }
      const theme = over.kind === layout.theme ? over.id : (over.cluster?.id ?? null)
      if (theme !== null && notes.has(theme)) return { does: 'put-with', theme, ids: movable }
      if (!isOnField(kind, over.place)) return { does: 'nothing', why: 'no-meaning' }
      return { does: 'make-theme', ids: [target, ...movable] }
    }
    case 'timeline':
      return linkFrom(kind, board, layout.chain.link, target, dragged)
    case 'grid': {
      if (!layout.moments || over.kind !== layout.moments.kind) return { does: 'nothing', why: 'no-meaning' }
      return linkTo(kind, board, layout.moments.link, dragged, target)
    }
    case 'table':
      return { does: 'nothing', why: 'no-meaning' }
  }
}

const isOnField = (_kind: Kind, place: unknown): boolean =>
  typeof place === 'object' && place !== null && 'x' in place

function linkFrom(
  kind: Kind,
  board: Board,
  link: string,
  from: string,
  ids: readonly string[],
): DropDecision {
  const links = ids.filter((to) => mayLink(kind, board, link, from, to)).map((to) => ({ from, to }))
  if (links.length > 0) return { does: 'link', kind: link, links }
  const fixed = ids.some((id) => kind.fixedNotes.some((note) => note.id === id))
  return { does: 'nothing', why: fixed ? 'fixed' : 'no-meaning' }
}

function linkTo(kind: Kind, board: Board, link: string, ids: readonly string[], to: string): DropDecision {
  const links = ids.filter((from) => mayLink(kind, board, link, from, to)).map((from) => ({ from, to }))
  return links.length > 0 ? { does: 'link', kind: link, links } : { does: 'nothing', why: 'no-meaning' }
}

/** Whether the kind's data lets a link of this sort run between two notes of the board. */
export function mayLink(kind: Kind, board: Board, link: string, from: string, to: string): boolean {
  const rule = kind.linkKinds.find((one) => one.id === link)
  const ends = [from, to].map((id) => board.notes.find((note) => note.id === id)?.kind)
  const [fromKind, toKind] = ends
  if (!rule || from === to || fromKind === undefined || toKind === undefined) return false
  return accepts(rule.from, fromKind) && accepts(rule.to, toKind)
}

/** Whether a link kind takes notes of this kind at one end. */
export const accepts = (kinds: readonly string[], kind: string) => kinds.includes('*') || kinds.includes(kind)
