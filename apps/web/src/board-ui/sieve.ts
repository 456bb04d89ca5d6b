import type { Board } from '@vispera/board'
import type { Kind, RuleContext } from '@vispera/kinds'
import type { Words } from '../i18n/use-words.ts'

export interface SieveInput {
  readonly kind: Kind
  readonly board: Board
  readonly context: RuleContext
}

/** A choice of one person: which notes to look at for now. Nothing of it is stored or sent. */
export interface Sieve {
  readonly id: string
  /** Whether the wall shows just what is left, as near as it goes; otherwise the view stays where it is. */
  readonly frames: boolean
  /** The notes that are out of sight. */
  hides(input: SieveInput): ReadonlySet<string>
  /** What is looked at, in a few words. */
  says(input: SieveInput, words: Words): string
}
