/** What a document may hold. Sync knows shapes and sizes; what they mean is the app's. */
export interface Rules {
  /** The root types by name. Anything under another name is refused. */
  readonly roots: Readonly<Record<string, RootType>>
  /** The document takes no more updates from this stored size on; default 50 MB. */
  readonly maxBytes?: number
  /** Largest update; default 1 MB. The first answer after joining may be `maxSyncBytes`, 16 MB. */
  readonly maxUpdateBytes?: number
  readonly maxSyncBytes?: number
  /** Longest string in one value or one insertion, in UTF-16 units; default 100,000. */
  readonly maxString?: number
  /** Deepest nesting of types and of values inside a type; default 16. */
  readonly maxDepth?: number
}

export type RootType = 'map' | 'array' | 'text'
