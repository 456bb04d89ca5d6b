import { isPointPlace, isShown, type Note } from '@vispera/board'
import type { Layout } from '@vispera/kinds'
import type { ArrangeInput, Arrangement } from '../layout.ts'
import { type Rect, sameRect, union } from '../shared/geometry.ts'
import { cardBox } from '../shared/notes.ts'
import { eyeOrder } from '../shared/reading-order.ts'
import { noteLeast, noteWidth } from '../shared/type.ts'
import type { CanvasFurniture } from './arrange-canvas.ts'
import { fieldRect } from './field.ts'

type CanvasLayout = Extract<Layout, { engine: 'canvas' }>
type Arranged = Arrangement<CanvasFurniture>

/**
 * What `arrangeCanvas` says of a board on which nothing but free notes of the open field has changed: other words, or
 * another place. The arrangement from before itself where nothing moved; null where all has to be arranged anew.
 */
export function arrangeCanvasAgain(
  before: Arranged,
  from: ArrangeInput,
  input: ArrangeInput,
): Arranged | null {
  // What has no place stands in rows under all that has one.
  if (before.furniture.loose) return null
  const changed = changedNotes(from, input)
  if (changed === null || !isFreeOf(input, changed)) return null
  const boxes = changed.map((note) => {
    const { x = 0, y = 0 } = isPointPlace(note.place) ? note.place : {}
    return cardBox(input, note, x, y, { w: noteWidth, least: noteLeast })
  })
  const hasMoved = changed.some(({ id }, at) => {
    const old = before.boxes.get(id)
    const { x, y, w, h, color } = boxes[at] ?? {}
    return !old || old.x !== x || old.y !== y || old.w !== w || old.h !== h || old.color !== color
  })
  if (!hasMoved) return before
  const next = new Map(before.boxes)
  for (const [at, box] of boxes.entries()) next.set((changed[at] as Note).id, box)
  // What stands round the field follows its edges.
  if (!sameRect(fieldRect(union(groundOf(next, before))), before.furniture.field)) return null
  return { ...before, boxes: next, readingOrder: eyeOrder(next, before.lists, input.dir) }
}

/** What stands on the field itself. */
function* groundOf(boxes: Arranged['boxes'], { lists }: Arranged): Generator<Rect> {
  const listed = new Set<string>()
  for (const { key, rect, ids } of lists) {
    if (key.startsWith('theme:')) yield rect
    else for (const id of ids) listed.add(id)
  }
  for (const [id, box] of boxes) if (!listed.has(id)) yield box
}

/** The notes that are not the same as before; null where anything else differs, or which notes there are. */
function changedNotes(from: ArrangeInput, input: ArrangeInput): Note[] | null {
  const { board, kind, arrangement, dir, measure, words, chips, folded, isPart } = input
  const isSameBeside =
    from.kind === kind &&
    from.arrangement === arrangement &&
    from.dir === dir &&
    from.measure === measure &&
    // Headings may have got their words only now.
    from.words === words &&
    from.chips === chips &&
    from.folded === folded &&
    from.isPart === isPart &&
    from.board.settings === board.settings
  if (!isSameBeside || !isSameList(from.board.links, board.links)) return null
  if (from.board.notes.length !== board.notes.length) return null
  const changed: Note[] = []
  const { theme } = kind.layout as CanvasLayout
  for (const [at, note] of board.notes.entries()) {
    const old = from.board.notes[at]
    if (old === note) continue
    if (old?.id !== note.id || !isFree(old, theme) || !isFree(note, theme)) return null
    changed.push(note)
  }
  return changed
}

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

/** Whether a note stands by itself where somebody put it. */
const isFree = (note: Note, theme: string): boolean =>
  note.kind !== theme &&
  isPointPlace(note.place) &&
  isShown(note) &&
  !note.cluster &&
  !note.sameAs &&
  note.keepSeparate !== true

/** Whether nothing else on the board is drawn from these notes or has its place by them. */
function isFreeOf({ board, kind, arrangement }: ArrangeInput, changed: readonly Note[]): boolean {
  const { arrangements, theme } = kind.layout as CanvasLayout
  if (arrangements.find(({ id }) => id === arrangement)?.by !== undefined) return false
  const ids = new Set(changed.map(({ id }) => id))
  if (board.links.some(({ from, to }) => ids.has(from) || ids.has(to))) return false
  return !board.notes.some((note) => note.kind === theme && !isPointPlace(note.place))
}
