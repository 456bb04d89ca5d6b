import type * as Y from 'yjs'
import type { RootType } from './rules.ts'

/** Makes the root types of a document, so that what arrives for them finds its place. */
export function openRoots(doc: Y.Doc, roots: Readonly<Record<string, RootType>>) {
  for (const [name, type] of Object.entries(roots)) {
    if (type === 'map') doc.getMap(name)
    else if (type === 'array') doc.getArray(name)
    else doc.getText(name)
  }
}
