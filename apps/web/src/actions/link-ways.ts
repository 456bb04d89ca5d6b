import type { Kind, LinkKind } from '@vispera/kinds'
import { accepts } from './drop.ts'

/** A sentence that a link could make of a note: the note stands at one end of it. */
export interface LinkWay {
  readonly link: LinkKind
  readonly isFrom: boolean
}

/** All the ways in which a note of this kind can be linked, the board's own first. */
export const linkWays = (kind: Kind, noteKind: string): LinkWay[] =>
  kind.linkKinds.flatMap((link) => [
    ...(accepts(link.from, noteKind) ? [{ link, isFrom: true }] : []),
    // A link that any note may have at both ends reads the same from either side: offered once.
    ...(accepts(link.to, noteKind) && !link.to.includes('*') ? [{ link, isFrom: false }] : []),
  ])
