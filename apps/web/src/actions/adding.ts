import {
  addNotes,
  deleteNotes,
  isCellPlace,
  isPointPlace,
  isTextField,
  isZonePlace,
  maxNoteLength,
  type NewNote,
  type Note,
  type Place,
} from '@vispera/board'
import { isFixedNote, type Kind } from '@vispera/kinds'
import { heightWithPicture } from '../pictures/picture-size.ts'
import { type ActionContext, boardOf, change, freeIds } from './action-context.ts'
import type { Actions, NewNoteWish } from './actions.ts'
import { kindForPlace, placesForNew } from './default-place.ts'
import { freshNotes } from './fresh-notes.ts'
import { cutToFit, linesIn, paragraphsIn } from './lines.ts'
import { listed, placesInList } from './lists.ts'

/** Above this many lines the person is asked first; above the other the paste is refused. */
const askAbove = 30
const refuseAbove = 2_000

type Adding = Pick<
  Actions,
  'addNote' | 'addNotesFromLines' | 'addLongText' | 'refuseLength' | 'duplicate' | 'removeIfEmpty'
>

export function addingActions(context: ActionContext): Adding {
  const { open, kind, ui, session, t, say, toast, ask } = context

  const addAll = (texts: readonly string[], wish: NewNoteWish): string[] => {
    const noteKind = wish.kind ?? kindForPlace(kind, wish.place)
    const height = wish.media && heightWithPicture(wish.media)
    const places = placesForNew(context, noteKind, texts.length, wish.place, height)
    const notes = texts.map((text, at) => ({
      ...newNote(kind, noteKind, text, places[at], wish.fields),
      ...(wish.media && { media: wish.media }),
    }))
    const ids = change(context, (origin) => addNotes(open.doc, notes, origin), [])
    if (ids.length > 0) say(t('outline.said.added', { count: ids.length }))
    return ids
  }

  const refuseCount = (count: number) =>
    toast({ message: t('outline.lines.tooMany', { count, most: refuseAbove }), staysMs: 12_000 })

  async function addAfterAsking(texts: readonly string[], wish: NewNoteWish) {
    const answer = await ask({
      form: 'choice',
      title: t('outline.lines.ask', { count: texts.length }),
      body: [t('outline.lines.askBody')],
      answers: [{ id: 'add', label: t('outline.lines.add', { count: texts.length }) }],
    })
    if (answer === 'add') addAll(texts, wish)
  }

  async function askHowToCut(text: string, wish: NewNoteWish) {
    const cuts = { lines: cutToFit(linesIn(text)), paragraphs: cutToFit(paragraphsIn(text)) }
    const fits = (Object.keys(cuts) as (keyof typeof cuts)[]).filter((by) => cuts[by].length <= refuseAbove)
    if (fits.length === 0) return refuseCount(Math.min(cuts.lines.length, cuts.paragraphs.length))
    const isSame = cuts.lines.length === cuts.paragraphs.length
    const answer = await ask({
      form: 'choice',
      title: t('outline.long.title'),
      body: [t('outline.long.body', { length: text.length, most: maxNoteLength })],
      answers: (isSame ? fits.slice(0, 1) : fits).map((by) => ({
        id: by,
        label: t(`outline.long.${isSame ? 'pieces' : by}`, { count: cuts[by].length }),
      })),
    })
    if (answer === 'lines' || answer === 'paragraphs') addAll(cuts[answer], wish)
  }

  return {
    addNote(wish = {}) {
      const text = wish.text ?? ''
      if (text.length > maxNoteLength) {
        if (session.canWrite()) void askHowToCut(text, wish)
        return null
      }
      const id = addAll([text], wish)[0] ?? null
      if (id !== null && wish.edit) {
        freshNotes(ui).add(id)
        ui.set({ selection: new Set([id]), editing: id })
      }
      return id
    },

    addNotesFromLines(text, wish = {}) {
      const lines = linesIn(text)
      if (lines.length === 0) return 0
      if (!session.canWrite()) return addAll(lines.slice(0, 1), wish).length
      if (lines.length > refuseAbove) {
        refuseCount(lines.length)
        return 0
      }
      if (lines.some((line) => line.length > maxNoteLength)) void askHowToCut(text, wish)
      else if (lines.length > askAbove) void addAfterAsking(lines, wish)
      else return addAll(lines, wish).length
      return 0
    },

    addLongText(text, wish = {}) {
      if (session.canWrite()) void askHowToCut(text, wish)
    },

    refuseLength: (length, most) => toast({ message: t('outline.refused.length', { length, most }) }),

    duplicate(ids) {
      const notes = freeIds(context, ids).flatMap((id) => open.store.note(id) ?? [])
      if (notes.length === 0) return []
      const copies = notes.map((note) => copyOf(kind, note, placeBeside(context, note)))
      const made = change(context, (origin) => addNotes(open.doc, copies, origin), [])
      if (made.length > 0) {
        ui.select(made)
        say(t('outline.said.added', { count: made.length }))
      }
      return made
    },

    removeIfEmpty(id) {
      const isFresh = freshNotes(ui).delete(id)
      const note = open.store.note(id)
      if (!isFresh || !note || note.text.trim() !== '' || isFixedNote(kind, id)) return
      // Without my origin: undo must not bring an empty card back.
      deleteNotes(open.doc, [id])
      ui.select([...ui.get().selection].filter((one) => one !== id))
    },
  }
}

/** A new note of a kind, as the command wants it. */
export function newNote(
  kind: Kind,
  noteKind: string,
  text: string,
  place: Place | undefined,
  fields: Readonly<Record<string, unknown>> = {},
): NewNote {
  const { layout } = kind
  const isApart = layout.engine === 'canvas' && layout.apart !== undefined && zoneOf(place) === layout.apart
  return {
    kind: noteKind,
    text,
    place: place ?? null,
    fields,
    textFields: textFieldsOf(kind, noteKind),
    ...(isApart ? { keepSeparate: true } : {}),
  }
}

const zoneOf = (place: Place | undefined) => (place && isZonePlace(place) ? place.zone : null)

const textFieldsOf = (kind: Kind, noteKind: string): string[] =>
  kind.noteKinds
    .find((one) => one.id === noteKind)
    ?.fields.filter((f) => isTextField(f.type))
    .map((f) => f.id) ?? []

function copyOf(kind: Kind, note: Note, place: Place | null): NewNote {
  const { id: _id, sameAs: _sameAs, cluster: _cluster, late: _late, withdrawKey: _key, ...rest } = note
  return { ...rest, place, textFields: textFieldsOf(kind, note.kind) }
}

/** Half a note away on free ground, right after it in a list. */
function placeBeside(context: ActionContext, { id, place }: Note): Place | null {
  if (isPointPlace(place)) return { x: place.x + 40, y: place.y + 40 }
  if (!isZonePlace(place) && !isCellPlace(place)) return place
  const { order: _order, ...list } = place
  const board = boardOf(context)
  const index = listed(board, list).findIndex((one) => one.id === id) + 1
  return placesInList(board, list, 1, { index })[0] ?? place
}
