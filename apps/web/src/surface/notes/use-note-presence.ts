import { useMemo, useSyncExternalStore } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import type { BoardPresence, OpenBoard, Person } from '../../session/workshop-session.ts'

/** What somebody else does with a note right now. */
export interface NotePresence {
  readonly person: Person
  readonly does: 'holds' | 'writes'
}

const byOthers = new WeakMap<readonly BoardPresence[], ReadonlyMap<string, NotePresence>>()

/** Note id to who holds or writes it; worked out once per change of anybody's presence. */
function presenceByNote(open: OpenBoard): ReadonlyMap<string, NotePresence> {
  const others = open.others()
  const known = byOthers.get(others)
  if (known) return known
  const found = new Map<string, NotePresence>()
  for (const { person, writing, held } of others) {
    if (writing !== null) found.set(writing, { person, does: 'writes' })
    for (const { id } of held) found.set(id, { person, does: 'holds' })
  }
  byOthers.set(others, found)
  return found
}

/** Who else holds or writes this note; re-renders only when that changes. */
export function useNotePresence(id: string): NotePresence | null {
  const { open } = useBoardOnScreen()
  const read = useMemo(() => {
    let last: NotePresence | null = null
    return () => {
      const next = presenceByNote(open).get(id) ?? null
      if (
        next?.does !== last?.does ||
        next?.person.id !== last?.person.id ||
        next?.person.name !== last?.person.name
      )
        last = next
      return last
    }
  }, [open, id])
  return useSyncExternalStore(open.subscribe, read)
}
