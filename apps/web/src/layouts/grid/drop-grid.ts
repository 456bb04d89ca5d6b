import type { Actions } from '../../actions/actions.ts'
import type { Direction, DropInput, DropTarget, LayoutGrip, ListArea } from '../layout.ts'
import { dropIntoList, listUnder, nearestIn, noteUnder, refusal, slotPoints } from '../shared/drop.ts'
import { center, type Point } from '../shared/geometry.ts'
import { cellOf, type GridLayout } from './cell-of.ts'
import { open } from './wishes.ts'

/** What letting go means on a grid: a cell or a list in order, a moment, or a change of side. */
function dropOnGrid(drop: DropInput): DropTarget | null {
  const { input, actions, ids } = drop
  const { words } = input
  const over = noteUnder(drop)
  if (over !== null) {
    const decision = actions.decideDrop(ids, over)
    if (decision.does === 'link') {
      return {
        key: `note:${over}`,
        rect: drop.arranged.boxes.get(over) ?? null,
        words: words.t('surface.drop.moment', { moment: textOf(drop, over) }),
        allowed: true,
        perform: (all) => all.dropOnNote(ids, over),
      }
    }
  }
  const list = listUnder(drop)
  if (!list) return refusal('nowhere', null, words.t('surface.drop.nowhere'))
  if (list.place) return refusedKind(drop, list) ?? dropIntoList(drop, list)
  return dropInArrangement(drop, list)
}

const textOf = ({ input }: DropInput, id: string) =>
  input.board.notes.find((note) => note.id === id)?.text.trim() ?? ''

/** Cells hold what the grid is for; rooms, moments and cautions stay in their lists. */
function refusedKind({ input, ids }: DropInput, list: ListArea): DropTarget | null {
  const layout = input.kind.layout as GridLayout
  if (!list.key.startsWith('cell:')) return null
  const kinds = new Set(input.board.notes.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind))
  const fits = [...kinds].every((kind) => kind === layout.item)
  return fits ? null : refusal(list.key, list.rect, input.words.t('surface.drop.notInCells'))
}

/** Other arrangements of the same notes: a cell there is a side, and a moment or a role. */
function dropInArrangement({ input, ids, arranged }: DropInput, list: ListArea): DropTarget | null {
  const layout = input.kind.layout as GridLayout
  const [row = '', col = ''] = splitKey(list.key)
  const arrangement = layout.arrangements.find(({ id }) => id === input.arrangement)
  const notes = input.board.notes.filter((note) => ids.includes(note.id) && cellOf(note, layout) !== null)
  if (notes.length === 0) return refusal(list.key, list.rect, input.words.t('surface.drop.needsCell'))
  const side = arrangement?.id === 'alignment' ? row : col
  const group = arrangement?.id === 'alignment' ? col : row
  const isSameGroup = notes.every(({ id }) => splitKey(areaOf(arranged.lists, id)?.key ?? '').includes(group))
  if (arrangement?.id === 'by-step' && !isSameGroup) {
    return refusal(list.key, list.rect, input.words.t('surface.drop.stepByMenu'))
  }
  return {
    key: list.key,
    rect: list.rect,
    words: input.words.t('surface.drop.list', { list: list.label }),
    allowed: true,
    perform: (actions) => actions.together(() => perform(actions)),
  }

  function perform(actions: Actions) {
    const turned = notes.filter((note) => cellOf(note, layout)?.row !== side)
    if (turned.length > 0) {
      actions.moveTo(
        turned.map(({ id }) => id),
        (note) => ({ row: side, col: cellOf(note, layout)?.col ?? layout.columns[0] ?? '' }),
      )
    }
    if (arrangement?.id === 'by-ally' && arrangement.by) {
      actions.edit(ids, { fields: { [arrangement.by]: group === open ? null : group } })
    }
    if (arrangement?.id !== 'alignment' || !layout.moments) return
    const { link } = layout.moments
    for (const { id } of notes) {
      for (const old of input.board.links) {
        if (old.kind === link && old.from === id && old.to !== group) actions.unlink(old.id)
      }
      if (group !== open) actions.link(link, id, group)
    }
  }
}

const areaOf = (lists: readonly ListArea[], id: string) => lists.find((list) => list.ids.includes(id))
const splitKey = (key: string): string[] => {
  const name = key.slice('cell:'.length)
  const cut = name.lastIndexOf('/')
  return cut < 0 ? [name] : [name.slice(0, cut), name.slice(cut + 1)]
}

function nextStopOnGrid(drop: DropInput, direction: Direction, far: boolean): Point | null {
  const cells = drop.arranged.lists
    .filter(({ key }) => key.startsWith('cell:'))
    .map(({ rect }) => center(rect))
  const here = listUnder(drop)
  if (far) return nearestIn(cells, here ? center(here.rect) : drop.point, direction)
  return nearestIn(slotPoints(drop), drop.point, direction)
}

export const gridGrip: LayoutGrip = { dropAt: dropOnGrid, nextStop: nextStopOnGrid }
