import {
  deleteLinks,
  editNotes,
  isCellPlace,
  isZonePlace,
  moveNotes,
  type NoteMove,
  orderKeysAt,
  orderOf,
  type Place,
  putWithTheme,
} from '@vispera/board'
import { type ActionContext, boardOf, change, did, freeIds } from './action-context.ts'
import type { Actions, ListPlace } from './actions.ts'
import { listed, placesInList, standsThere, themeOf, trayOf } from './lists.ts'
import { partName } from './move-targets.ts'
import { outdoneTelling } from './outdone.ts'

type Moving = Pick<Actions, 'moveTo' | 'moveToList' | 'reorder' | 'moveToLane'>

export function movingActions(context: ActionContext): Moving {
  const { open, kind, t, say, toast } = context
  const chain = kind.layout.engine === 'timeline' ? kind.layout.chain : null

  const tellIfOutdone = outdoneTelling(context)

  /** Moves and what goes with a place: standing apart, leaving the path. */
  function move(moves: readonly NoteMove[]): boolean {
    if (moves.length === 0) return false
    const before = moves.flatMap(({ id }) => {
      const place = open.store.note(id)?.place
      return place ? [{ id, place }] : []
    })
    const done = did(context, (origin) => {
      open.doc.transact(() => {
        moveNotes(open.doc, moves, origin)
        standApart(moves, origin)
        leavePath(moves, origin)
      }, origin)
    })
    if (done) tellIfOutdone(before)
    return done
  }

  /** A note brought to where things stand apart is kept apart; one brought back from there is not. */
  function standApart(moves: readonly NoteMove[], origin: object) {
    const apart = kind.layout.engine === 'canvas' ? kind.layout.apart : undefined
    if (apart === undefined) return
    for (const { id, place } of moves) {
      const isApart = isZonePlace(place) && place.zone === apart
      if ((open.store.note(id)?.keepSeparate ?? false) !== isApart)
        editNotes(open.doc, [id], { keepSeparate: isApart || undefined }, origin)
    }
  }

  /** A step put back among the unplaced is no longer needed by anything. */
  function leavePath(moves: readonly NoteMove[], origin: object) {
    const tray = trayOf(kind)
    if (!chain || !tray) return
    const gone = new Set(
      moves.filter(({ place }) => isZonePlace(place) && place.zone === tray.id).map(({ id }) => id),
    )
    if (gone.size === 0) return
    const links = [...open.store.links().values()].filter(
      (link) => link.kind === chain.link && gone.has(link.to),
    )
    deleteLinks(
      open.doc,
      links.map((link) => link.id),
      origin,
    )
  }

  function movable(ids: readonly string[]): string[] {
    const free = freeIds(context, ids)
    if (free.length < new Set(ids).size && free.length === 0) toast({ message: t('outline.refused.fixed') })
    return free
  }

  const listWords = (list: ListPlace): string =>
    'zone' in list
      ? partName(context, 'zone', list.zone)
      : t('outline.cell', {
          row: partName(context, 'row', list.row),
          column: partName(context, 'column', list.col),
        })

  return {
    moveTo(ids, place) {
      const free = movable(ids)
      const moves = free.flatMap((id, at) => {
        const note = open.store.note(id)
        if (!note) return []
        if (typeof place === 'function') return [{ id, place: place(note, at) }]
        const one = Array.isArray(place) ? (place as readonly Place[])[ids.indexOf(id)] : (place as Place)
        return one ? [{ id, place: one }] : []
      })
      const isSame = ({ id, place }: NoteMove) => {
        const note = open.store.note(id)
        return !note?.cluster && JSON.stringify(note?.place) === JSON.stringify(place)
      }
      if (moves.length > 0 && moves.every(isSame)) say(t('outline.drop.same'))
      else if (move(moves)) say(t('outline.said.moved', { count: moves.length }))
    },

    moveToList(ids, list, at) {
      const free = movable(ids)
      const board = boardOf(context)
      const now = listed(board, list).map(({ id }) => id)
      const found = now.filter((id) => !free.includes(id)).indexOf(String(at))
      const index = typeof at === 'number' ? at : found < 0 ? undefined : found
      const isGrouped = free.some((id) => open.store.note(id)?.cluster)
      if (free.length > 0 && !isGrouped && standsThere(now, free, index ?? now.length))
        return say(t('outline.drop.same'))
      const places = placesInList(board, list, free.length, {
        ...(index === undefined ? {} : { index }),
        without: new Set(free),
      })
      const moves = free.flatMap((id, at) => (places[at] ? [{ id, place: places[at] }] : []))
      if (move(moves)) say(t('outline.said.movedTo', { count: moves.length, place: listWords(list) }))
    },

    reorder(id, among, index) {
      const note = open.store.note(id)
      if (!note || freeIds(context, [id]).length === 0) return
      if (standsThere(among, [id], index)) return say(t('outline.drop.same'))
      const board = boardOf(context)
      const theme = themeOf(board, note)
      const others = among
        .filter((one) => one !== id)
        .flatMap((one) => {
          const other = open.store.note(one)
          return other
            ? [{ id: one, order: theme ? (other.cluster?.order ?? '') : orderOf(other.place) }]
            : []
        })
      const order = orderKeysAt(others, index)[0]
      if (order === undefined) return
      const done = theme
        ? change(context, (origin) => putWithTheme(open.doc, theme, [id], origin, index).length > 0, false)
        : isZonePlace(note.place) || isCellPlace(note.place)
          ? did(context, (origin) => {
              moveNotes(open.doc, [{ id, place: { ...note.place, order } as Place }], origin, {
                keepCluster: true,
              })
            })
          : false
      if (done) say(t('outline.said.position', { position: index + 1, count: others.length + 1 }))
    },

    moveToLane(ids, lane) {
      if (!chain) return
      const free = movable(ids)
      const done = did(context, (origin) =>
        editNotes(open.doc, free, { fields: { [chain.lane]: lane } }, origin),
      )
      const place = partName(context, 'lane', lane)
      if (done) say(t('outline.said.movedTo', { count: free.length, place }))
    },
  }
}
