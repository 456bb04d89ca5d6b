import * as Y from 'yjs'

/** All that a document says and what it knows to be deleted, as one string: equal for equal documents. */
export function canonical(doc: Y.Doc, roots: Readonly<Record<string, 'map' | 'array' | 'text'>>): string {
  const contents = Object.entries(roots).map(([name, type]) => [name, contentOf(doc, name, type)])
  const known = Y.encodeSnapshot(Y.snapshot(doc))
  return JSON.stringify([sorted(Object.fromEntries(contents)), Buffer.from(known).toString('base64')])
}

function contentOf(doc: Y.Doc, name: string, type: 'map' | 'array' | 'text'): unknown {
  if (type === 'map') return doc.getMap(name).toJSON()
  return type === 'array' ? doc.getArray(name).toJSON() : doc.getText(name).toDelta()
}

/** Whether something waits for a part that never came. */
export const isWaiting = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
