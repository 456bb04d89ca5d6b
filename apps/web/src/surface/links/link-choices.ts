import type { Board } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import { mayLink } from '../../actions/drop.ts'

export interface LinkChoice {
  readonly kind: string
  readonly from: string
  readonly to: string
}

/** The ways in which two notes can be linked on this kind of board: each kind, in each direction that it allows. */
export function linkChoices(kind: Kind, board: Board, a: string, b: string): LinkChoice[] {
  const there = new Set(board.links.map((link) => `${link.kind} ${link.from} ${link.to}`))
  const ways = kind.linkKinds.flatMap(({ id }) => [
    { kind: id, from: a, to: b },
    { kind: id, from: b, to: a },
  ])
  return ways.filter(
    (way) =>
      mayLink(kind, board, way.kind, way.from, way.to) && !there.has(`${way.kind} ${way.from} ${way.to}`),
  )
}
