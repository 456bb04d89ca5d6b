import type { Board } from '../board.ts'
import type { Link } from '../link.ts'
import { isShown, type Note } from '../note.ts'
import { orderKeysAtEnd } from '../order.ts'
import { isPointPlace } from '../place.ts'

export interface Gathering {
  /** What comes to the main board, ready to be added. */
  readonly notes: readonly Note[]
  readonly links: readonly Link[]
  /** For each of them, the note of the group's board that it came from. */
  readonly cameFrom: ReadonlyMap<string, string>
}

interface Options {
  /** The id that a group's note has on the main board, always the same one: gathering twice doubles nothing. */
  readonly idOf: (note: string) => string
  /** Notes that a board has exactly once are never brought. */
  readonly isFixed: (note: string) => boolean
  /** Where notes stand at points: the theme that the group's loose notes are put with. */
  readonly theme?: { readonly kind: string; readonly title: string } | undefined
}

const gap = 240

/**
 * What a group has added or changed on its copy, as new notes for the main board. Notes at points come to stand
 * below everything that is there; all others keep their place in the method.
 */
export function gatherNotes(main: Board, copy: Board, { idOf, isFixed, theme }: Options): Gathering {
  const onMain = new Map(main.notes.map((note) => [note.id, note]))
  const fresh = copy.notes.filter(
    (note) =>
      isShown(note) && !isFixed(note.id) && !onMain.has(idOf(note.id)) && !isSame(note, onMain.get(note.id)),
  )
  const newIds = new Map(fresh.map(({ id }) => [id, idOf(id)]))
  const known = (id: string) => newIds.get(id) ?? (onMain.has(id) ? id : undefined)
  const floor = Math.max(0, ...pointsOf(main.notes).map(({ y }) => y)) + gap
  const ceiling = Math.min(...pointsOf(fresh).map(({ y }) => y))
  const shift = Number.isFinite(ceiling) ? Math.round(floor - ceiling) : 0

  const moved = fresh.map((note): Note => {
    const { cluster, sameAs, ...rest } = note
    const withTheme = cluster ? known(cluster.id) : undefined
    const same = sameAs ? known(sameAs) : undefined
    return {
      ...rest,
      id: idOf(note.id),
      place: isPointPlace(note.place) ? { ...note.place, y: note.place.y + shift } : note.place,
      fields: Object.fromEntries(Object.entries(note.fields).map(([key, value]) => [key, mapIds(value)])),
      ...(cluster && withTheme !== undefined && { cluster: { ...cluster, id: withTheme } }),
      ...(same !== undefined && { sameAs: same }),
    }
  })
  /** References to notes inside a field are lists of ids. */
  function mapIds(value: unknown): unknown {
    if (!Array.isArray(value)) return value
    return value.map((one: unknown) => (typeof one === 'string' ? (newIds.get(one) ?? one) : one))
  }

  const links = copy.links.flatMap((link) => {
    const [from, to] = [known(link.from), known(link.to)]
    const isNew = newIds.has(link.from) || newIds.has(link.to)
    return isNew && from !== undefined && to !== undefined ? [{ ...link, id: idOf(link.id), from, to }] : []
  })
  const cameFrom = new Map([...newIds].map(([old, id]) => [id, old]))
  return { notes: theme ? withTheme(moved, theme, idOf('theme')) : moved, links, cameFrom }
}

/** Puts the group's loose notes with a theme that says whose they are. */
function withTheme(notes: readonly Note[], theme: { kind: string; title: string }, id: string): Note[] {
  const isLoose = ({ kind, cluster, place }: Note) => kind !== theme.kind && !cluster && isPointPlace(place)
  const loose = notes.filter(isLoose)
  const [first] = loose
  if (!first) return [...notes]
  const keys = orderKeysAtEnd([], loose.length)
  const orders = new Map(loose.map((note, at) => [note.id, keys[at] as string]))
  const heading: Note = { id, kind: theme.kind, text: theme.title, place: first.place, fields: {} }
  const rest = notes.map((note) => {
    const order = orders.get(note.id)
    return order === undefined ? note : { ...note, cluster: { id, order } }
  })
  return [heading, ...rest]
}

const isSame = (note: Note, before: Note | undefined): boolean =>
  before !== undefined &&
  note.text === before.text &&
  JSON.stringify(Object.entries(note.fields).sort()) === JSON.stringify(Object.entries(before.fields).sort())

const pointsOf = (notes: readonly Note[]) =>
  notes.flatMap(({ place }) => (place && isPointPlace(place) ? [place] : []))
