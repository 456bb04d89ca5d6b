import { isPointPlace } from '@vispera/board'
import type { Direction } from '../../layouts/layout.ts'
import { nearestIn } from '../../layouts/shared/drop.ts'
import { center } from '../../layouts/shared/geometry.ts'
import type { KeyContext } from './keys.ts'

/** Board units that one arrow moves notes on free ground, and with Shift. */
const near = 20
const far = 100

/**
 * Arrow keys on chosen notes: on free ground a little way, in a list one place up or down, in a grid into the
 * next cell. False when none of that applies.
 */
export function nudge({ wall, ui, actions }: KeyContext, direction: Direction, isFar: boolean): boolean {
  const ids = [...ui.get().selection]
  const notes = wall.input().board.notes.filter((note) => ids.includes(note.id))
  const free = notes.filter((note) => isPointPlace(note.place) && !note.cluster)
  if (wall.layout.freeGround && free.length > 0) {
    const by = isFar ? far : near
    const dx = direction === 'left' ? -by : direction === 'right' ? by : 0
    const dy = direction === 'up' ? -by : direction === 'down' ? by : 0
    actions.moveTo(
      free.map(({ id }) => id),
      ({ place }) => (isPointPlace(place) ? { x: place.x + dx, y: place.y + dy } : (place ?? { x: 0, y: 0 })),
    )
    return true
  }
  const [id] = ids
  const lists = wall.arranged().lists
  const list = lists.find((one) => id !== undefined && one.ids.includes(id))
  if (id === undefined || !list) return false
  const isLevel = direction === 'left' || direction === 'right'
  const isCell = list.key.startsWith('cell:')
  if (isCell && list.place) {
    const cells = lists.filter(({ key, place }) => key.startsWith('cell:') && place)
    const next = nearestIn(
      cells.map(({ rect }) => center(rect)),
      center(list.rect),
      direction,
    )
    const cell = next && cells.find(({ rect }) => center(rect).join() === next.join())
    if (!cell?.place) return true
    actions.moveToList(ids, cell.place)
    return true
  }
  if (list.run !== 'flow' && isLevel !== (list.run === 'across')) return false
  const at = list.ids.indexOf(id)
  const back = direction === 'up' || direction === 'left'
  actions.reorder(id, list.ids, Math.max(0, Math.min(list.ids.length - 1, back ? at - 1 : at + 1)))
  return true
}
