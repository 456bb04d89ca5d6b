import type { Place } from '@vispera/board'
import type { Kind, NoteKind } from '@vispera/kinds'
import type { Chance } from './chance.ts'
import { fillGround } from './fill-ground.ts'
import { noteKindsOf, type SeedNote, seedNote } from './seed-notes.ts'

export interface SeedLink {
  readonly kind: string
  readonly from: string
  readonly to: string
}
export interface SeedBoard {
  readonly notes: readonly SeedNote[]
  readonly links: readonly SeedLink[]
}

/** Makes a note and puts it on the board; `more` wins over what chance gave it. */
export type Add = (
  noteKind: NoteKind,
  place: Place | ((text: string) => Place),
  more?: Readonly<Record<string, unknown>>,
) => SeedNote

/** At most so many notes in a list beside the main ground, which takes the rest. */
const listNotes = 12

/** A card beside the banner holds one or two notes, a list a dozen. */
function roomIn({ layout }: Kind, zone: string): number {
  return layout.engine === 'canvas' && layout.areas[zone] === 'card' ? 2 : listNotes
}

/** A board of this kind with `count` notes that fill its layout, and links between them. */
export function seedBoard(kind: Kind, count: number, chance: Chance): SeedBoard {
  const notes: SeedNote[] = []
  const add: Add = (noteKind, place, more = {}) => {
    const made = seedNote(noteKind, notes.length + 1, chance)
    const note = { ...made, ...more, place: typeof place === 'function' ? place(made.text) : place }
    notes.push(note)
    return note
  }
  for (const zone of kind.zones.filter(({ holds }) => holds === 'list')) {
    const kinds = noteKindsOf(kind, zone.noteKinds)
    if (kinds.length === 0) continue
    for (let n = Math.min(roomIn(kind, zone.id), Math.floor(count / 20)); n > 0; n--) {
      add(chance.pick(kinds), { zone: zone.id })
    }
  }
  const links = fillGround(kind, count - notes.length, notes, add, chance)
  return { notes, links }
}
