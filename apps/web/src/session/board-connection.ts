import { type BoardEntry, openBoardStore } from '@vispera/board'
import { Doc } from 'yjs'
import { type DeviceCopies, type KeptOptions, keepFrom } from './device-copy.ts'
import { followPresence } from './follow-presence.ts'
import { type Line, type LineOptions, openLine } from './line.ts'
import { isPreferred, onPreferences } from './preferences.ts'
import { createPublisher } from './publisher.ts'
import type { BoardPresence, MyPresence, OpenBoard } from './workshop-session.ts'

/** An open board with its line to the server. */
export interface BoardConnection {
  readonly board: OpenBoard
  /** Null until the copy on this device has been read. */
  line(): Line | null
  close(): void
}

/**
 * Opens a board at once, empty; its content comes from this device's copy and then from the server, in this
 * order, so that the server only sends what the copy lacks. `onChange` when the line's state changes.
 */
export function connectBoard(
  entry: () => BoardEntry,
  options: Omit<LineOptions, 'doc'>,
  copies: DeviceCopies,
  onChange: () => void,
): BoardConnection {
  const doc = new Doc()
  const store = openBoardStore(doc)
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }
  let line: Line | null = null
  let others: readonly BoardPresence[] = []
  let hasCopy = false
  let isClosed = false
  let early: MyPresence = {}
  let publish = (presence: MyPresence) => {
    early = { ...early, ...presence }
  }
  const undo: (() => void)[] = []

  const connect = (kept: KeptOptions) => {
    if (isClosed) return
    hasCopy = doc.store.clients.size > 0
    const opened = openLine({ ...options, ...kept, doc }, () => {
      wake()
      onChange()
    })
    line = opened
    const { awareness } = opened.document
    const unfollow = followPresence(awareness, ({ readOthers }) => {
      others = readOthers(awareness)
      wake()
    })
    const publisher = createPublisher(awareness)
    publish = publisher.publish
    publish(early)
    undo.push(publisher.close, unfollow, opened.close)
    wake()
    onChange()
  }
  void keepFrom(copies, options.name, doc).then(connect)
  const withoutHidden = (presence: MyPresence): MyPresence =>
    presence.cursor && isPreferred('hide-cursor') ? { ...presence, cursor: null } : presence
  undo.push(onPreferences(() => isPreferred('hide-cursor') && publish({ cursor: null })))

  const board: OpenBoard = {
    get entry() {
      return entry()
    },
    doc,
    store,
    isReady: () => hasCopy || line?.hasArrived() === true,
    hasArrived: () => line?.hasArrived() === true,
    others: () => others,
    setPresence: (presence) => publish(withoutHidden(presence)),
    isWaiting: (id) => line?.waiting.has(id) ?? false,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refusal() {
      const refusal = line?.refusal() ?? null
      // The whole session begins again then.
      return refusal === 'set-back' ? null : refusal
    },
    mine: () => line?.waiting.mine() ?? none,
  }
  return {
    board,
    line: () => line,
    close() {
      isClosed = true
      for (const step of undo) step()
      store.close()
      copies.release(options.name)
      doc.destroy()
    },
  }
}

const none: readonly string[] = []
