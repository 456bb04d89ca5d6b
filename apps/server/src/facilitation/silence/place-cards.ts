import { type Board, isPointPlace, type NewNote, type Note } from '@vispera/board'
import { defaultPlace, type Kind, settlePlaces } from '@vispera/kinds'
import { masonry, noteHeight } from '../../seed/masonry.ts'

/**
 * Gives revealed notes their places, in the order given: where their writers said, else at the end of the list
 * for what waits to be placed, else on free ground below everything that stands on the canvas.
 */
export function placeCards(kind: Kind, cards: readonly NewNote[], board: Board): NewNote[] {
  const ground = masonry(cards.length, { x: 40, y: footOf(board.notes) })
  const placed = cards.map((card): NewNote => {
    if (card.place) return card
    const zone = zoneFor(kind, card.kind, board)
    if (zone !== null) return { ...card, place: { zone } }
    return { ...card, place: ground.place(card.text.length, pictureHeight(card)) }
  })
  return settlePlaces(kind, placed, board)
}

/** The zone whose list it joins; null for the open ground of a canvas. */
function zoneFor(kind: Kind, noteKind: string, board: Board): string | null {
  const place = defaultPlace(kind, noteKind, board)
  const zone = kind.zones.find(({ id }) => 'zone' in place && id === place.zone)
  if (zone?.holds !== 'main') return zone?.id ?? null
  if (kind.layout.engine === 'canvas') return null
  const tray = kind.zones.find(({ tray, noteKinds }) => tray && noteKinds.includes(noteKind))
  return (tray ?? zone).id
}

/** Where free ground begins: below every note, and below what gathers under one. */
function footOf(notes: readonly Note[]): number {
  const gathered = new Map<string, number>()
  const height = (note: Note) => noteHeight(note.text.length, pictureHeight(note))
  for (const note of notes) {
    if (!note.cluster) continue
    const { id } = note.cluster
    gathered.set(id, (gathered.get(id) ?? 0) + height(note))
  }
  // A theme deals its notes into two columns or more.
  const feet = notes.flatMap((note) =>
    isPointPlace(note.place) && !note.cluster
      ? [note.place.y + height(note) + (gathered.get(note.id) ?? 0) / 2]
      : [],
  )
  return Math.ceil(feet.reduce((most, foot) => Math.max(most, foot), 40))
}

/** How high a picture stands on a note, in board units. */
function pictureHeight({ media }: Pick<Note, 'media'>): number {
  return media ? Math.min(400, Math.ceil((170 * media.height) / media.width)) : 0
}
