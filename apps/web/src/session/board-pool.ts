import { type BoardEntry, documentNames, type History } from '@vispera/board'
import { type BoardConnection, connectBoard } from './board-connection.ts'
import type { DeviceCopies } from './device-copy.ts'
import type { Line, LineOptions } from './line.ts'
import type { OpenBoard } from './workshop-session.ts'

/** A board that nobody looks at stays open this long: people go back and forth, and undo reaches into it. */
const lingerMs = 5 * 60_000

export interface BoardPoolOptions {
  readonly workshop: string
  readonly entryOf: (id: string) => BoardEntry | undefined
  readonly lineTo: (document: string, board: string) => Omit<LineOptions, 'doc'>
  readonly copies: DeviceCopies
  readonly history: History
  readonly onChange: () => void
}

/** The boards of a session that are open, each once, however many views use it. */
export interface BoardPool {
  open(id: string): { readonly board: OpenBoard; release(): void } | null
  lines(): Line[]
  close(): void
}

interface Pooled {
  readonly connection: BoardConnection
  users: number
  timer: ReturnType<typeof setTimeout> | undefined
}

export function openBoardPool(options: BoardPoolOptions): BoardPool {
  const { workshop, entryOf, lineTo, copies, history, onChange } = options
  const boards = new Map<string, Pooled>()

  const connect = (id: string, listed: BoardEntry): Pooled => {
    // A board that was taken out of the workshop keeps its last name while it is still on screen.
    let entry = listed
    const entryNow = () => {
      entry = entryOf(id) ?? entry
      return entry
    }
    const connection = connectBoard(entryNow, lineTo(documentNames.board(workshop, id), id), copies, onChange)
    const board: Pooled = { connection, users: 0, timer: undefined }
    boards.set(id, board)
    history.track(connection.board.doc)
    return board
  }
  const linger = (id: string, board: Pooled) => {
    board.timer = setTimeout(() => {
      if (board.users > 0) return
      // What waits would be lost with the document: it stays until the server has it.
      if ((board.connection.line()?.document.status().pending ?? 0) > 0) return linger(id, board)
      boards.delete(id)
      history.untrack(board.connection.board.doc)
      board.connection.close()
    }, lingerMs)
  }

  return {
    open(id) {
      const listed = entryOf(id)
      if (!listed) return null
      const board = boards.get(id) ?? connect(id, listed)
      clearTimeout(board.timer)
      board.users++
      let isHeld = true
      return {
        board: board.connection.board,
        release() {
          if (!isHeld) return
          isHeld = false
          board.users--
          if (board.users === 0) linger(id, board)
        },
      }
    },
    lines: () =>
      [...boards.values()].map(({ connection }) => connection.line()).filter((line) => line !== null),
    close() {
      for (const { connection, timer } of boards.values()) {
        clearTimeout(timer)
        connection.close()
      }
      boards.clear()
    },
  }
}
