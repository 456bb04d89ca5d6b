import {
  addLinkedNote,
  addLinks,
  addNotes,
  deleteLinks,
  insertIntoLink,
  moveNotes,
  newId,
} from '@vispera/board'
import { type ActionContext, boardOf, change, did, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { newNote } from './adding.ts'
import { neededBy } from './chain-rules.ts'
import { placesForNew } from './default-place.ts'
import { decideDrop } from './drop.ts'
import { freshNotes } from './fresh-notes.ts'
import { groupingActions } from './grouping.ts'
import { linkingActions } from './linking.ts'
import { mainOf, placesInList } from './lists.ts'

type Chains = Pick<Actions, 'askBefore' | 'askAfter' | 'insertBetween' | 'dropOnNote' | 'dropOnLink'>

export function chainActions(context: ActionContext): Chains {
  const { open, kind, ui, t, say, ask } = context
  const chain = kind.layout.engine === 'timeline' ? kind.layout.chain : null
  const { link } = linkingActions(context)
  const { putWith, makeThemeFrom } = groupingActions(context)

  /** A step beside `id` in the same lane, linked to it; the caret goes into it. */
  function addStep(id: string, isBefore: boolean): string | null {
    const note = open.store.note(id)
    if (!chain || !note) return null
    const lane = note.fields[chain.lane]
    const place = placesForNew(context, chain.step, 1)[0]
    const step = newNote(kind, chain.step, '', place, lane === undefined ? {} : { [chain.lane]: lane })
    const ends = isBefore ? { from: id, to: null } : { from: null, to: id }
    const made = change(
      context,
      (origin) => addLinkedNote(open.doc, step, { kind: chain.link, ...ends }, origin),
      null,
    )
    if (made !== null)
      write(made, t(isBefore ? 'outline.said.before' : 'outline.said.after', { words: shortWords(note, t) }))
    // What nothing leads on from is not in the plan yet: on the wall it can only be written in the panel.
    if (made !== null && !isBefore && ui.get().view === 'surface') ui.set({ opened: made, editing: null })
    return made
  }

  function write(id: string, words: string) {
    freshNotes(ui).add(id)
    ui.set({ selection: new Set([id]), editing: id })
    say(words)
  }

  function insertNew(linkId: string): string | null {
    const into = open.store.links().get(linkId)
    if (!chain || !into) return null
    const lane = open.store.note(into.to)?.fields[chain.lane]
    const place = placesForNew(context, chain.step, 1)[0]
    const step = {
      ...newNote(kind, chain.step, '', place, lane === undefined ? {} : { [chain.lane]: lane }),
      id: newId(),
    }
    const made = change(
      context,
      (origin) => {
        open.doc.transact(() => {
          addNotes(open.doc, [step], origin)
          insertIntoLink(open.doc, linkId, step.id, origin)
        }, origin)
        return step.id
      },
      null,
    )
    if (made !== null) write(made, t('outline.said.between'))
    return made
  }

  /** Puts a step that is there already into a link; what would tie a knot is dropped after asking. */
  function insertThere(linkId: string, id: string): string | null {
    const into = open.store.links().get(linkId)
    const note = open.store.note(id)
    if (!chain || !into || !note || into.from === id || into.to === id) return null
    const links = boardOf(context).links.filter((one) => one.kind === chain.link && one.id !== linkId)
    const needs = neededBy(links, chain.link, id)
    const blocking = [
      ...links.filter(
        (one) =>
          one.from === id && (one.to === into.from || neededBy(links, chain.link, one.to).has(into.from)),
      ),
      ...links.filter(
        (one) =>
          one.to === id && (one.from === into.to || neededBy(links, chain.link, into.to).has(one.from)),
      ),
    ]
    const insert = (remove: readonly string[]) => {
      did(context, (origin) =>
        open.doc.transact(() => {
          deleteLinks(open.doc, remove, origin)
          insertIntoLink(open.doc, linkId, id, origin)
          const main = mainOf(kind)
          const place = main && placesInList(boardOf(context), { zone: main.id }, 1)[0]
          if (place && note.place === null) moveNotes(open.doc, [{ id, place }], origin)
        }, origin),
      )
      say(t('outline.said.between'))
    }
    if (blocking.length === 0 && !needs.has(into.from)) insert([])
    else
      void ask({
        form: 'choice',
        title: t('outline.knot.title'),
        body: blocking.map((one) =>
          t('outline.knot.needs', {
            from: shortWords(open.store.note(one.from), t),
            to: shortWords(open.store.note(one.to), t),
          }),
        ),
        answers: [{ id: 'drop', label: t('outline.knot.drop', { count: blocking.length }) }],
      }).then((answer) => answer === 'drop' && insert(blocking.map((one) => one.id)))
    return id
  }

  return {
    askBefore: (id) => addStep(id, true),
    askAfter: (id) => addStep(id, false),
    insertBetween: (linkId, noteId) =>
      noteId === undefined ? insertNew(linkId) : insertThere(linkId, noteId),

    dropOnNote(ids, target) {
      const decision = decideDrop(kind, boardOf(context), ids, target)
      switch (decision.does) {
        case 'put-with':
          return putWith(decision.theme, decision.ids)
        case 'make-theme':
          makeThemeFrom(decision.ids)
          return
        case 'link': {
          const only = decision.links.length === 1 ? decision.links[0] : undefined
          if (only) return link(decision.kind, only.from, only.to)
          did(context, (origin) =>
            addLinks(
              open.doc,
              decision.links.map((one) => ({ kind: decision.kind, ...one })),
              origin,
            ),
          )
          return
        }
        case 'nothing':
          return context.toast({ message: t(`outline.drop.${decision.why}`) })
      }
    },

    dropOnLink(id, linkId) {
      if (chain && open.store.note(id)?.kind === chain.step) insertThere(linkId, id)
    },
  }
}
