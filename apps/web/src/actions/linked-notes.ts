import type { CrossLink, NoteRef } from '@vispera/board'
import { useMemo, useSyncExternalStore } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useGoToBoard } from '../board-ui/go-to-board.ts'
import { useSession } from '../session/session-context.ts'
import { type BoardsAtHand, planNumbersOf, useBoardsAtHand } from './boards-at-hand.ts'

/** A note of another board that one of this board's notes is linked to. */
export interface LinkedNote {
  readonly link: CrossLink
  /** Whether the link runs from this board's note to it. */
  readonly isFromHere: boolean
  readonly ref: NoteRef
  /** Name of the other board; null when the workshop has it no more. */
  readonly board: string | null
  /** `protected`: this seat may not read it, so no words at all. `coming`: the board is on its way. */
  readonly state: 'live' | 'changed' | 'removed' | 'protected' | 'coming'
  /** The live words, else the last known ones; null when there are none to show. */
  readonly text: string | null
  readonly kind: string | null
  /** Its number in the other board's plan. */
  readonly number: string | null
}

const none: readonly LinkedNote[] = []

/** For every note of this board that has any: its links to other boards, in a steady order. */
export function linkedNotes(
  here: string,
  links: readonly CrossLink[],
  boards: BoardsAtHand,
): ReadonlyMap<string, readonly LinkedNote[]> {
  const found = new Map<string, LinkedNote[]>()
  const add = (note: string, linked: LinkedNote) => found.set(note, [...(found.get(note) ?? []), linked])
  for (const link of links.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (link.from.board === here) add(link.from.note, readEnd(link, true, boards))
    if (link.to.board === here) add(link.to.note, readEnd(link, false, boards))
  }
  return found
}

function readEnd(link: CrossLink, isFromHere: boolean, boards: BoardsAtHand): LinkedNote {
  const ref = isFromHere ? link.to : link.from
  const known = (isFromHere ? link.lastKnown?.to : link.lastKnown?.from) ?? null
  const at = boards.get(ref.board)
  const end = { link, isFromHere, ref, board: at?.entry.title ?? null, kind: null, number: null }
  if (!at) return { ...end, state: boards.size === 0 ? 'coming' : 'removed', text: known }
  if (at.refused) return { ...end, state: 'protected', text: null }
  if (!at.board) return { ...end, state: 'coming', text: known }
  const note = at.board.notes.find((one) => one.id === ref.note)
  if (!note || note.state === 'archived') return { ...end, state: 'removed', text: known }
  if (note.state === 'hidden-for-care') return { ...end, state: 'protected', text: null }
  const isChanged = known !== null && known !== note.text.slice(0, 600)
  const number = planNumbersOf(at.board)[note.id] ?? null
  return { ...end, state: isChanged ? 'changed' : 'live', text: note.text, kind: note.kind, number }
}

/** The links of all this board's notes to other boards. */
export function useAllLinkedNotes(): ReadonlyMap<string, readonly LinkedNote[]> {
  const session = useSession()
  const { open } = useBoardOnScreen()
  const links = useSyncExternalStore(session.subscribe, session.crossLinks)
  const boards = useBoardsAtHand()
  return useMemo(() => linkedNotes(open.entry.id, links, boards), [open, links, boards])
}

/** One note's links to other boards, and the way there. */
export function useLinkedNotes(noteId: string): readonly (LinkedNote & { goTo(): void })[] {
  const all = useAllLinkedNotes()
  const go = useGoToBoard()
  const linked = all.get(noteId) ?? none
  return useMemo(
    () => linked.map((one) => ({ ...one, goTo: () => go(one.ref.board, one.ref.note) })),
    [linked, go],
  )
}
