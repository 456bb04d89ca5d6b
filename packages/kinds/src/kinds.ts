import type { Kind } from './kind.ts'
import { kindIds, loadKind } from './kinds-by-need.ts'

/** All kinds at once, for whoever works with any of them: the server, the record. */
export const kinds: readonly Kind[] = (await Promise.all(kindIds.map(loadKind))).filter(
  (kind) => kind !== undefined,
)

export const kindById = (id: string): Kind | undefined => kinds.find((kind) => kind.id === id)
