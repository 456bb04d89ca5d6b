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
  }
}
