import { deleteNotes, removeFromChain } from '@vispera/board'
import { focusId } from '../looking/focus-sieve.ts'
import { type ActionContext, did, freeIds, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { newNote } from './adding.ts'
import { isInMiddle } from './chain-rules.ts'

type Removing = Pick<Actions, 'remove'>

export function removingActions(context: ActionContext): Removing {
  const { open, kind, ui, session, t, say, toast, ask } = context
  const chain = kind.layout.engine === 'timeline' ? kind.layout.chain : null

  function removeNow(ids: readonly string[], middle: readonly string[], fill: 'gap' | 'join') {
    const there = freeIds(context, ids)
    if (there.length === 0) return
    const done = did(context, (origin) => {
      for (const id of there) {
        const note = open.store.note(id)
        if (!chain || !note || !middle.includes(id)) continue
        const lane = note.fields[chain.lane]
        const gap = newNote(
          kind,
          chain.gap,
          '',
          note.place ?? undefined,
          lane === undefined ? {} : { [chain.lane]: lane },
        )
        removeFromChain(open.doc, id, chain.link, fill === 'join' ? 'join' : gap, origin)
      }
      deleteNotes(
        open.doc,
        there.filter((id) => !middle.includes(id)),
        origin,
      )
    })
    if (!done) return
    leave(there)
    const message = t('outline.said.deleted', { count: there.length })
    say(message)
    toast({ message, action: { label: t('outline.undo'), onAction: undoOnce(context) } })
  }

  /** Nothing on screen may point at what is gone. */
  function leave(ids: readonly string[]) {
    const { selection, opened, editing, sieve } = ui.get()
    ui.set({
      selection: new Set([...selection].filter((id) => !ids.includes(id))),
      opened: opened !== null && ids.includes(opened) ? null : opened,
      editing: editing !== null && ids.includes(editing) ? null : editing,
      sieve: ids.some((id) => sieve?.id === focusId(id)) ? null : sieve,
    })
  }

  async function askAboutMiddle(ids: readonly string[], middle: readonly string[]) {
    const words = shortWords(open.store.note(middle[0] as string), t)
    const answer = await ask({
      form: 'choice',
      title: t('outline.middle.title', { count: middle.length, words }),
      body: [t('outline.middle.body')],
      answers: [
        { id: 'gap', label: t('outline.middle.gap'), hint: t('outline.middle.gapHint') },
        { id: 'join', label: t('outline.middle.join'), hint: t('outline.middle.joinHint') },
      ],
    })
    if (answer === 'gap' || answer === 'join') removeNow(ids, middle, answer)
  }

  return {
    remove(ids) {
      const free = freeIds(context, ids)
      if (free.length < new Set(ids).size) toast({ message: t('outline.refused.fixed') })
      if (free.length === 0) return
      const links = [...open.store.links().values()]
      const middle = chain
        ? free.filter((id) => open.store.note(id)?.kind === chain.step && isInMiddle(links, chain.link, id))
        : []
      if (middle.length > 0 && session.canWrite()) void askAboutMiddle(free, middle)
      else removeNow(free, [], 'join')
    },
  }
}

/** Undoes the step just done, unless something of mine came after it. */
export function undoOnce({ session, toast, t }: ActionContext): () => void {
  let isLast = true
  const stop = session.history.subscribe(() => {
    isLast = false
    stop()
  })
  return () => {
    stop()
    if (isLast) session.history.undo()
    else toast({ message: t('outline.undo.tooLate') })
  }
}
