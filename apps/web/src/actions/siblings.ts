import {
  addLinks,
  addNotes,
  type Board,
  byOrder,
  isCellPlace,
  isPointPlace,
  isZonePlace,
  newId,
  type Place,
  putWithTheme,
} from '@vispera/board'
import { isFixedNote } from '@vispera/kinds'
import { type ActionContext, boardOf, change } from './action-context.ts'
import type { Actions } from './actions.ts'
import { newNote } from './adding.ts'
import { placesForNew } from './default-place.ts'
import { freshNotes } from './fresh-notes.ts'
import { listed, placesInList, themeOf } from './lists.ts'

/** Board units from one note to the next. */
const across = 190
const below = 150

/** The next note while writing: of the same sort, next to the one before, in the same company. */
export function siblingActions(context: ActionContext): Pick<Actions, 'addSibling'> {
  const { open, kind, ui, t, say } = context
  const { layout } = kind

  function placeNextTo(
    place: Place | null,
    id: string,
    where: 'across' | 'below',
    dir: 'ltr' | 'rtl',
  ): Place | undefined {
    if (isPointPlace(place)) {
      const x = where === 'across' ? (dir === 'rtl' ? -across : across) : 0
      return { x: place.x + x, y: place.y + (where === 'below' ? below : 0) }
    }
    if (!isZonePlace(place) && !isCellPlace(place)) return undefined
    const { order: _order, ...list } = place
    const board = boardOf(context)
    const index = listed(board, list).findIndex((one) => one.id === id) + 1
    return placesInList(board, list, 1, { index })[0]
  }

  return {
    addSibling(id, where, dir) {
      const note = open.store.note(id)
      if (!note || isFixedNote(kind, id)) return null
      const board = boardOf(context)
      const isTheme = layout.engine === 'canvas' && note.kind === layout.theme
      const chain = layout.engine === 'timeline' ? layout.chain : null
      const noteKind = isTheme ? (kind.noteKinds[0]?.id ?? note.kind) : note.kind
      const place = placeNextTo(note.place, id, where, dir) ?? placesForNew(context, noteKind, 1)[0]
      const theme = isTheme ? id : themeOf(board, note)
      const lane = chain && noteKind === chain.step ? note.fields[chain.lane] : undefined
      // A step's sibling is needed by the same cards: one more thing that had to be true just before them.
      const needers = chain ? board.links.filter((link) => link.kind === chain.link && link.to === id) : []
      const made = {
        ...newNote(kind, noteKind, '', place, chain && lane !== undefined ? { [chain.lane]: lane } : {}),
        id: newId(),
      }
      const done = change(
        context,
        (origin) => {
          open.doc.transact(() => {
            addNotes(open.doc, [made], origin)
            if (theme)
              putWithTheme(
                open.doc,
                theme,
                [made.id],
                origin,
                isTheme ? undefined : indexInTheme(board, theme, id) + 1,
              )
            addLinks(
              open.doc,
              needers.map((link) => ({ kind: link.kind, from: link.from, to: made.id })),
              origin,
            )
          }, origin)
          return made.id
        },
        null,
      )
      if (done === null) return null
      freshNotes(ui).add(done)
      ui.set({ selection: new Set([done]), editing: done })
      say(t('outline.said.added', { count: 1 }))
      return done
    },
  }
}

const indexInTheme = (board: Board, theme: string, id: string): number =>
  board.notes
    .filter((note) => note.cluster?.id === theme)
    .map((note) => ({ id: note.id, order: note.cluster?.order ?? '' }))
    .sort(byOrder)
    .findIndex((one) => one.id === id)
