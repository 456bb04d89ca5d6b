import { useCallback, useSyncExternalStore } from 'react'
import type { Doc } from 'yjs'
import { useSession } from '../session/session-context.ts'

const known = new WeakMap<Doc, Map<(doc: Doc) => unknown, unknown>>()

/** Reads once per change of the document, for all who ask the same. */
function remembered<T>(doc: Doc, read: (doc: Doc) => T): T {
  let values = known.get(doc)
  if (!values) {
    values = new Map()
    known.set(doc, values)
    doc.on('update', () => known.get(doc)?.clear())
  }
  if (!values.has(read)) values.set(read, read(doc))
  return values.get(read) as T
}

/** What `read` (always the same function) says of the `stage` document. */
export function useFromStage<T>(read: (doc: Doc) => T): T {
  return useFromDoc(useSession().stageDoc, read)
}

/** What `read` (always the same function) says of a document. */
export function useFromDoc<T>(doc: Doc, read: (doc: Doc) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      // Before the first reading of `remembered` is registered, so that it is forgotten first.
      remembered(doc, read)
      doc.on('update', listener)
      return () => doc.off('update', listener)
    },
    [doc, read],
  )
  return useSyncExternalStore(subscribe, () => remembered(doc, read))
}
