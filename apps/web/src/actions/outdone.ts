import { moveNotes, type NoteMove, watchPlaces } from '@vispera/board'
import { type ActionContext, did, freeIds, shortWords } from './action-context.ts'

/** Moves that are watched; older ones can no longer be news. */
const mostWatched = 30

/**
 * Two people put one note in different places and the other's came to stand: says so, and offers to take my own
 * move back as well, to where the note stood before it.
 */
export function outdoneTelling(context: ActionContext): (before: readonly NoteMove[]) => void {
  const { open, t, toast } = context
  const watched: (() => void)[] = []

  function tell(outdone: readonly NoteMove[]) {
    const words = shortWords(open.store.note(outdone[0]?.id ?? ''), t)
    toast({
      message: t('outline.outdone.said', { count: outdone.length, words }),
      action: { label: t('outline.outdone.back'), onAction: () => takeBack(outdone) },
    })
  }

  function takeBack(moves: readonly NoteMove[]) {
    const there = new Set(
      freeIds(
        context,
        moves.map(({ id }) => id),
      ),
    )
    const still = moves.filter(({ id }) => there.has(id))
    did(context, (origin) => moveNotes(open.doc, still, origin))
  }

  return (before) => {
    const ids = before.map(({ id }) => id)
    watched.push(watchPlaces(open.doc, ids, (out) => tell(before.filter(({ id }) => out.includes(id)))))
    if (watched.length > mostWatched) watched.shift()?.()
  }
}
