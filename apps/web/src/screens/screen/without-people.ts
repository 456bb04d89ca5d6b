import type { Board, Note } from '@vispera/board'
import type { OpenBoard } from '../../session/workshop-session.ts'

const isForEveryEye = ({ sensitivity }: Note) => sensitivity === undefined || sensitivity === 'normal'

/** The same board with nobody on it, and without what is marked as sensitive: walls have no doors. */
export function withoutPeople(open: OpenBoard): OpenBoard {
  const { store } = open
  const nobody: ReturnType<OpenBoard['others']> = []
  let boards: { from: Board; to: Board } | null = null
  let notes: { from: ReadonlyMap<string, Note>; to: ReadonlyMap<string, Note> } | null = null
  const shownStore = Object.create(store, {
    note: {
      value: (id: string) => {
        const note = store.note(id)
        return note && isForEveryEye(note) ? note : undefined
      },
    },
    notes: {
      value: () => {
        const from = store.notes()
        if (notes?.from !== from)
          notes = { from, to: new Map([...from].filter(([, note]) => isForEveryEye(note))) }
        return notes.to
      },
    },
    board: {
      value: (entry: OpenBoard['entry']) => {
        const from = store.board(entry)
        if (boards?.from !== from) boards = { from, to: { ...from, notes: from.notes.filter(isForEveryEye) } }
        return boards.to
      },
    },
  }) as OpenBoard['store']
  return Object.create(open, {
    store: { value: shownStore },
    others: { value: () => nobody },
    setPresence: { value: () => {} },
  }) as OpenBoard
}
