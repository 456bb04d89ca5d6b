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
  /** Runs one command as one step; commands that it runs in turn are part of it. */
  run<T>(command: (origin: object) => T): T
  /** Runs a stroke of typing; strokes in one document within half a second are one step. */
  type(stroke: (origin: object) => void): void
  /**
   * Takes my last step back. A step that others have meanwhile undone, overwritten or deleted as a whole has
   * nothing left to take back and is passed over. Answers whether anything changed.
   */
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  subscribe(listener: () => void): () => void
  close(): void
}

/** The documents that one step wrote to. */
type Step = readonly Y.UndoManager[]

/** Steps kept; older ones can no longer be undone. */
const maxSteps = 200

export function openHistory(): History {
  const origin = { mine: true }
  const managers = new Map<Y.Doc, Y.UndoManager>()
  const listeners = new Set<() => void>()
  let done: Step[] = []
  let undone: Step[] = []
  /** What the command that is running has written to; null between commands. */
  let running: { added: Set<Y.UndoManager>; touched: Set<Y.UndoManager> } | null = null
  let isStepping = false
  /** A command is being run, not a stroke typed. */
  let isRunning = false

  const wake = () => {
    for (const listener of listeners) listener()
  }
  const separate = (from: Iterable<Y.UndoManager>) => {
    for (const manager of from) manager.stopCapturing()
  }
  const isOther = (touched: ReadonlySet<Y.UndoManager>) => (manager: Y.UndoManager) => !touched.has(manager)

  /** A new change of mine ends what could be redone. */
  const add = (step: Step) => {
    if (undone.length > 0) for (const manager of managers.values()) manager.clear(false, true)
    undone = []
    if (step.length > 0) done.push(step)
    if (done.length > maxSteps) for (const manager of done.shift() ?? []) manager.undoStack.shift()
    wake()
  }
  const record = (change: () => void) => {
    running = { added: new Set(), touched: new Set() }
    const { added, touched } = running
    try {
      change()
    } finally {
      running = null
      if (touched.size > 0) {
        add([...added])
        // Typing here, then there, then here again is three steps, however fast.
        separate([...managers.values()].filter(isOther(touched)))
      }
    }
  }
  const walk = (from: Step[], to: Step[], act: 'undo' | 'redo'): boolean => {
    let changed: Step = []
    isStepping = true
    try {
      for (
        let step = from.pop();
        step && changed.length === 0;
        step = changed.length === 0 ? from.pop() : undefined
      ) {
        changed = step.filter((manager) => takeLast(manager, act))
      }
    } finally {
      isStepping = false
    }
    if (changed.length > 0) to.push(changed)
    wake()
    return changed.length > 0
  }

  return {
    origin,
    track(doc) {
      if (managers.has(doc)) return
      const scope = [notesOf(doc), linksOf(doc), settingsOf(doc)]
      const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout: 500 })
      manager.on('stack-item-added', () => {
        if (isStepping) return
        running?.added.add(manager)
        running?.touched.add(manager)
        if (!running) add([manager])
      })
      manager.on('stack-item-updated', () => running?.touched.add(manager))
      managers.set(doc, manager)
    },
    untrack(doc) {
      const manager = managers.get(doc)
      if (!manager) return
      manager.destroy()
      managers.delete(doc)
      const without = (steps: Step[]) =>
        steps.map((step) => step.filter((one) => one !== manager)).filter((step) => step.length > 0)
      done = without(done)
      undone = without(undone)
      wake()
    },
    run(command) {
      if (isRunning) return command(origin)
      let result: { value: ReturnType<typeof command> } | undefined
      separate(managers.values())
      isRunning = true
      try {
        record(() => {
          result = { value: command(origin) }
        })
      } finally {
        isRunning = false
        separate(managers.values())
      }
      if (!result) throw new Error('the command did not run')
      return result.value
    },
    type: (stroke) => record(() => stroke(origin)),
    undo: () => walk(done, undone, 'undo'),
    redo: () => walk(undone, done, 'redo'),
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
      listeners.clear()
    },
  }
}

/**
 * Takes back (or repeats) the last thing in one document; answers whether anything changed. Left alone, Yjs
 * would go on to the next thing when the last one has nothing left to take back: with several documents that
 * would be the wrong thing, so it sees only one.
 */
function takeLast(manager: Y.UndoManager, act: 'undo' | 'redo'): boolean {
  const [from, to] =
    act === 'undo' ? (['undoStack', 'redoStack'] as const) : (['redoStack', 'undoStack'] as const)
  const before = manager[to].length
  const earlier = manager[from].slice(0, -1)
  manager[from] = manager[from].slice(-1)
  manager[act]()
  manager[from] = earlier
  return manager[to].length > before
}
