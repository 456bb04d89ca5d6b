import type * as Y from 'yjs'
import type { Session } from './session.ts'

/** What a document may hold. Sync knows shapes and sizes; what they mean is the app's. */
export interface Rules {
  /** The root types by name. Anything under another name is refused. */
  readonly roots: Readonly<Record<string, RootType>>
  /** The document takes no more updates from this stored size on; default 50 MB. */
  readonly maxBytes?: number
  /** Largest update; default 4 MB, enough for thousands of notes in one transaction. */
  readonly maxUpdateBytes?: number
  /** Largest answer to our SyncStep1, which may carry days of offline work; default 16 MB. */
  readonly maxOpeningBytes?: number
  /** Longest string in one value or one insertion, in UTF-8 bytes; default 1 MB. */
  readonly maxStringBytes?: number
  /** Deepest nesting of types, and of values inside a type; default 16. */
  readonly maxDepth?: number
  /**
   * Looks at what a client's update has changed, when it is applied and nobody has heard of it yet; answers
   * what may not be. That is undone under the server's client id and travels with the update, so that
   * everybody, its author too, ends with the same (PROTOCOL.md, P39). Runs for every update: keep it short.
   */
  readonly check?: Check
}

export type Check = (change: ClientChange) => readonly Violation[]

/** An update of a client, applied and not committed. */
export interface ClientChange {
  readonly doc: Y.Doc
  /** Whose update it is. */
  readonly session: Session
  /** Every shared type that was there before and was changed, with the keys (`null`: its list or text). */
  readonly changed: Y.Transaction['changed']
  /** The plain value that stood under a key before; `undefined` for nothing, and for a shared type. */
  before(map: Y.Map<unknown>, key: string): unknown
  /** Whether anything stood under a key before. */
  had(map: Y.Map<unknown>, key: string): boolean
}

/** What stands under a key of a map may not have been changed like this: it goes back to what it was. */
export interface Violation {
  readonly map: Y.Map<unknown>
  readonly key: string
  /** In words, without content. */
  readonly reason: string
  /** Called once everything is back: what was meant may be kept elsewhere, under the server's client id. */
  readonly instead?: () => void
}

export type RootType = 'map' | 'array' | 'text'

/** Rules with every default filled in. */
export interface CheckedRules {
  readonly roots: Readonly<Record<string, RootType>>
  readonly maxBytes: number
  readonly maxStringBytes: number
  readonly maxDepth: number
  readonly update: UpdateLimits
  readonly opening: UpdateLimits
  readonly check: Check | null
}

export interface UpdateLimits {
  readonly maxBytes: number
  readonly maxStructs: number
}

const megabyte = 1_000_000

export function withDefaults(rules: Rules): CheckedRules {
  return {
    roots: rules.roots,
    maxBytes: rules.maxBytes ?? 50 * megabyte,
    maxStringBytes: rules.maxStringBytes ?? megabyte,
    maxDepth: rules.maxDepth ?? 16,
    update: { maxBytes: rules.maxUpdateBytes ?? 4 * megabyte, maxStructs: 200_000 },
    opening: { maxBytes: rules.maxOpeningBytes ?? 16 * megabyte, maxStructs: 500_000 },
    check: rules.check ?? null,
  }
}
