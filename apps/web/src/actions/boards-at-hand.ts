import type { Board, BoardEntry } from '@vispera/board'
import { kindIds } from '@vispera/kinds'
import { useMemo, useSyncExternalStore } from 'react'
import { kindAtHand, onKindsAtHand } from '../board-ui/kinds-at-hand.ts'
import { useSession } from '../session/session-context.ts'
import type { OpenBoard, WorkshopSession } from '../session/workshop-session.ts'

/** One board of the workshop as far as this seat can see it. */
export interface AtHand {
  readonly entry: BoardEntry
  /** Null while it is on its way, and for ever when this seat may not open it. */
  readonly board: Board | null
  readonly refused: boolean
}
export type BoardsAtHand = ReadonlyMap<string, AtHand>

/** All boards of the workshop, kept open while somebody looks at them from another one. */
interface AtHandStore {
  subscribe(listener: () => void): () => void
  get(): BoardsAtHand
}

function openAtHand(session: WorkshopSession): AtHandStore {
  const held = new Map<string, { board: OpenBoard; release(): void }>()
  const listeners = new Set<() => void>()
  let snapshot: BoardsAtHand | null = null
  let stops: (() => void)[] = []

  const wake = () => {
    snapshot = null
    for (const listener of listeners) listener()
  }
  const hold = (id: string) => {
    const opened = session.openBoard(id)
    if (!opened) return
    const stops = [onArrival(opened.board, wake), opened.board.store.subscribe(wake)]
    held.set(id, {
      board: opened.board,
      release() {
        for (const stop of stops) stop()
        opened.release()
      },
    })
  }
  const sync = () => {
    const wanted = new Set(session.stage()?.boards.map((entry) => entry.id))
    const isSame = wanted.size === held.size && [...wanted].every((id) => held.has(id))
    if (isSame) return
    for (const id of wanted) if (!held.has(id)) hold(id)
    for (const [id, one] of held) {
      if (wanted.has(id)) continue
      one.release()
      held.delete(id)
    }
    wake()
  }
  const letGo = () => {
    for (const stop of stops) stop()
    for (const one of held.values()) one.release()
    held.clear()
    snapshot = null
  }

  return {
    get() {
      snapshot ??= new Map([...held].map(([id, { board }]) => [id, atHand(board)]))
      return snapshot
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        stops = [session.subscribe(sync), onKindsAtHand(wake)]
        sync()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) letGo()
      }
    },
  }
}

/** Wakes when a board arrives or is refused; not for every cursor that moves on it. */
function onArrival(board: OpenBoard, wake: () => void): () => void {
  const now = () => `${board.isReady()} ${board.refusal()}`
  let known = now()
  return board.subscribe(() => {
    if (now() === known) return
    known = now()
    wake()
  })
}

const atHand = (board: OpenBoard): AtHand => ({
  entry: board.entry,
  board: board.isReady() && isReadable(board) ? board.store.board(board.entry) : null,
  refused: board.refusal() !== null,
})

/** Nobody can say what notes are before their kind is there. Kinds that this version lacks never come. */
const isReadable = ({ entry }: OpenBoard): boolean =>
  kindAtHand(entry.kind) !== undefined || !kindIds.includes(entry.kind)

const stores = new WeakMap<WorkshopSession, AtHandStore>()

/** The boards of the workshop that this seat can read, by id; re-renders when one of them changes. */
export function useBoardsAtHand(): BoardsAtHand {
  const session = useSession()
  const store = useMemo(() => {
    const there = stores.get(session) ?? openAtHand(session)
    stores.set(session, there)
    return there
  }, [session])
  return useSyncExternalStore(store.subscribe, store.get)
}

const numbers = new WeakMap<Board, Readonly<Record<string, string>>>()

/** The numbers that a board's plan gives its notes (none on boards without a plan). */
export function planNumbersOf(board: Board): Readonly<Record<string, string>> {
  const known = numbers.get(board)
  if (known) return known
  const kind = kindAtHand(board.kind)
  const derived = kind?.derive(board, { threads: [], boards: new Map([[board.id, board]]) })
  const found = (derived?.planNumber ?? {}) as Readonly<Record<string, string>>
  numbers.set(board, found)
  return found
}
