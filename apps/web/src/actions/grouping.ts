import {
  addLinks,
  byOrder,
  deleteLinks,
  editNotes,
  isPointPlace,
  makeTheme,
  putWithTheme,
  stackAsSame,
  takeOutOfTheme,
} from '@vispera/board'
import { type ActionContext, change, did, freeIds, shortWords } from './action-context.ts'
import type { Actions } from './actions.ts'
import { standsThere } from './lists.ts'
import { newNoteSpots } from './new-note-spot.ts'

type Grouping = Pick<Actions, 'putWith' | 'makeThemeFrom' | 'takeOut' | 'stackSame' | 'unstack'>

export function groupingActions(context: ActionContext): Grouping {
  const { open, kind, ui, t, say, toast } = context
  const themeKind = kind.layout.engine === 'canvas' ? kind.layout.theme : null

  /** The notes of a theme in their order. */
  const membersOf = (theme: string): string[] =>
    [...open.store.notes().values()]
      .flatMap(({ id, cluster }) => (cluster?.id === theme ? [{ id, order: cluster.order }] : []))
      .sort(byOrder)
      .map(({ id }) => id)

  return {
    putWith(themeId, ids, index) {
      const free = freeIds(context, ids).filter((id) => open.store.note(id)?.kind !== themeKind)
      const now = membersOf(themeId)
      if (index !== undefined && standsThere(now, free, index)) return say(t('outline.drop.same'))
      const put = change(context, (origin) => putWithTheme(open.doc, themeId, free, origin, index), null)
      if (!put) return
      const theme = shortWords(open.store.note(themeId), t)
      if (put.length > 0) say(t('outline.said.putWith', { count: put.length, theme }))
      if (put.length < free.length)
        toast({ message: t('outline.refused.keptApart', { count: free.length - put.length }) })
    },

    makeThemeFrom(ids, place) {
      if (themeKind === null) return null
      const free = freeIds(context, ids).filter((id) => open.store.note(id)?.kind !== themeKind)
      const first = free.map((id) => open.store.note(id)?.place ?? null).find(isPointPlace)
      const spot = place ?? first ?? newNoteSpots(ui, open.store.notes().values(), 1)[0]
      if (!spot) return null
      const id = change(
        context,
        (origin) => makeTheme(open.doc, { kind: themeKind, title: '', place: spot, ids: free }, origin),
        null,
      )
      if (id === null) return null
      say(t('outline.said.themeMade', { count: free.length }))
      ui.set({ selection: new Set([id]), editing: id })
      return id
    },

    takeOut(ids) {
      const done = did(context, (origin) => takeOutOfTheme(open.doc, ids, origin))
      if (done) say(t('outline.said.takenOut', { count: ids.length }))
    },

    stackSame(top, ids) {
      const free = freeIds(context, ids).filter((id) => id !== top)
      if (free.length === 0) return
      const done = did(context, (origin) => {
        open.doc.transact(() => {
          stackAsSame(open.doc, top, free, origin)
          handLinksTo(context, top, new Set(free), origin)
        }, origin)
      })
      if (done)
        say(t('outline.said.stacked', { count: free.length, words: shortWords(open.store.note(top), t) }))
    },

    unstack(ids) {
      const there = ids.filter((id) => open.store.note(id)?.sameAs)
      did(context, (origin) => editNotes(open.doc, there, { sameAs: undefined }, origin))
    },
  }
}

/** What needs a stacked note, or is needed by it, is linked to the card on top instead, never twice. */
function handLinksTo(
  { open }: ActionContext,
  top: string,
  stacked: ReadonlySet<string>,
  origin: object,
): void {
  const touching = [...open.store.links().values()].filter(
    (link) => stacked.has(link.from) || stacked.has(link.to),
  )
  const handed = touching
    .map(({ id: _id, ...link }) => ({
      ...link,
      from: stacked.has(link.from) ? top : link.from,
      to: stacked.has(link.to) ? top : link.to,
    }))
    .filter((link) => link.from !== link.to)
  deleteLinks(
    open.doc,
    touching.map((link) => link.id),
    origin,
  )
  addLinks(open.doc, handed, origin)
}
