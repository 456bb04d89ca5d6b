import * as Y from 'yjs'

/**
 * Applies updates and does nothing of its own. Yjs tidies up formats that have become needless after it applied what
 * others wrote; here that would be a change that stands in no log and that nobody is told of.
 */
export function applyPlainly(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update)
    // Which Yjs takes for false now. It also takes what is written here next for somebody else's work then.
    transaction.local = true
  })
}
