import * as Y from 'yjs'
import { linksOf, notesOf, settingsOf } from './board-doc.ts'

/**
 * Undo of my own actions only, across the documents of a workshop. One command is one step, even when it
 * writes to two documents (a note on another board and the link to it).
 */
export interface History {
  /** Pass this as the origin of every change that is mine. */
  readonly origin: object
  /** Takes a document in; its changes with my origin can be undone from now on. */
  track(doc: Y.Doc): void
  untrack(doc: Y.Doc): void
  /** Runs one command as one step. */
  run<T>(command: (origin: object) => T): T
  /** Runs a stroke of typing; strokes within half a second are one step. */
  type(stroke: (origin: object) => void): void
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  subscribe(listener: () => void): () => void
  close(): void
}

/** Steps kept; older ones can no longer be undone. */
const maxSteps = 200

export function openHistory(): History {
  const origin = { mine: true }
  const managers = new Map<Y.Doc, Y.UndoManager>()
  const listeners = new Set<() => void>()
  let done: Y.UndoManager[][] = []
  let undone: Y.UndoManager[][] = []

  const wake = () => {
    for (const listener of listeners) listener()
  }
  const record = (fresh: boolean, change: () => void) => {
    if (fresh) for (const manager of managers.values()) manager.stopCapturing()
    const before = new Map([...managers.values()].map((manager) => [manager, manager.undoStack.length]))
    change()
    const grown = [...managers.values()].filter(
      (manager) => manager.undoStack.length > (before.get(manager) ?? 0),
    )
    if (fresh) for (const manager of managers.values()) manager.stopCapturing()
    if (grown.length === 0) return
    done = [...done, grown].slice(-maxSteps)
    undone = []
    wake()
  }
  const step = (
    from: Y.UndoManager[][],
    act: (manager: Y.UndoManager) => unknown,
  ): Y.UndoManager[] | null => {
    const last = from.at(-1)
    if (!last) return null
    for (const manager of last) act(manager)
    return last
  }

  return {
    origin,
    track(doc) {
      if (managers.has(doc)) return
      const scope = [notesOf(doc), linksOf(doc), settingsOf(doc)]
      managers.set(doc, new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout: 500 }))
    },
    untrack(doc) {
      const manager = managers.get(doc)
      if (!manager) return
      manager.destroy()
      managers.delete(doc)
      const without = (steps: Y.UndoManager[][]) =>
        steps.map((step) => step.filter((one) => one !== manager)).filter((step) => step.length > 0)
      done = without(done)
      undone = without(undone)
      wake()
    },
    run(command) {
      let result: { value: ReturnType<typeof command> } | undefined
      record(true, () => {
        result = { value: command(origin) }
      })
      if (!result) throw new Error('the command did not run')
      return result.value
    },
    type: (stroke) => record(false, () => stroke(origin)),
    undo() {
      const last = step(done, (manager) => manager.undo())
      if (!last) return false
      done = done.slice(0, -1)
      undone = [...undone, last]
      wake()
      return true
    },
    redo() {
      const last = step(undone, (manager) => manager.redo())
      if (!last) return false
      undone = undone.slice(0, -1)
      done = [...done, last]
      wake()
      return true
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const manager of managers.values()) manager.destroy()
      managers.clear()
      done = []
      undone = []
    },
  }
}
