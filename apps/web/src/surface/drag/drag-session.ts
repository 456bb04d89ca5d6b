import type { Actions } from '../../actions/actions.ts'
import { announce } from '../../actions/announcer.ts'
import type { BoardOnScreen } from '../../board-ui/board-context.ts'
import type { Direction, DropInput, DropTarget } from '../../layouts/layout.ts'
import type { Point } from '../../layouts/shared/geometry.ts'
import { panInto } from '../camera/camera.ts'
import type { Wall } from '../wall-context.ts'
import { boardPoint, gripOf, viewportPoint } from '../wall-points.ts'
import { edgePan } from './edge-pan.ts'

type Pointer = { readonly clientX: number; readonly clientY: number }

/** One drag at a time, from taking up to letting go. Nothing is stored before that. */
export interface DragSession {
  /** Takes up the note (with the rest of the selection, if it is part of it). False when nothing may move. */
  begin(id: string, by: 'pointer' | 'keyboard', at: Pointer | null): boolean
  movePointer(at: Pointer): void
  moveKey(direction: Direction, far: boolean): void
  /** Lets go where the hand is; with `copy`, copies go there and the originals stay. */
  drop(copy: boolean): void
  cancel(): void
}

/** What a drag works with as it is at the moment: a stage or words that arrive in the middle of it change it. */
export interface DragSurroundings extends Pick<BoardOnScreen, 'open' | 'ui'> {
  readonly actions: Actions
}

/** One session for as long as the wall stands, so that no drag is lost when its surroundings change. */
export function createDragSession(wall: Wall, now: () => DragSurroundings): DragSession {
  const { hand, camera } = wall
  const grip = () => gripOf(wall)
  let start: Point = [0, 0]
  let point: Point = [0, 0]
  let pointer: Pointer | null = null

  const say = (id: string, values?: Record<string, string | number>) =>
    announce(wall.input().words.t(id, values))
  const there = () => hand.held()?.moved.filter((id) => now().open.store.note(id) !== undefined) ?? []
  const corners = (ids: readonly string[], [dx, dy]: Point) =>
    new Map(
      ids.flatMap((id) => {
        const box = wall.arranged().boxes.get(id)
        return box ? [[id, [box.x + dx, box.y + dy] as Point] as const] : []
      }),
    )
  const offset = (): Point => [point[0] - start[0], point[1] - start[1]]
  const dropInput = (ids: readonly string[]): DropInput => ({
    arranged: wall.arranged(),
    input: wall.input(),
    actions: now().actions,
    ids,
    point,
    corners: corners(ids, offset()),
  })

  /** Everything that follows from the hand being where it is. */
  const follow = (): DropTarget | null => {
    const ids = there()
    if (ids.length === 0) {
      session.cancel()
      return null
    }
    hand.move(offset())
    now().open.setPresence({
      cursor: [Math.round(point[0]), Math.round(point[1])],
      held: [...corners(ids, offset())].map(([id, [x, y]]) => ({ id, x: Math.round(x), y: Math.round(y) })),
    })
    const target = grip().dropAt(dropInput(ids))
    hand.aim(target)
    return target
  }
  const edges = edgePan(wall, () => pointer && hand.held() && session.movePointer(pointer))
  const letGo = () => {
    edges.stop()
    pointer = null
    hand.hold(null)
    wall.viewport()?.removeAttribute('data-holding')
    now().open.setPresence({ held: [] })
  }

  const session: DragSession = {
    begin(id, by, at) {
      const { ui, actions } = now()
      const { selection } = ui.get()
      const wanted = selection.has(id) ? [...selection] : [id]
      const boxes = wall.arranged().boxes
      const moved = wanted.filter((one) => boxes.has(one) && actions.isFree(one))
      const box = boxes.get(id)
      if (!box || moved.length === 0 || !actions.canWrite()) {
        if (by === 'keyboard') say('surface.said.fixed')
        return false
      }
      if (!selection.has(id)) ui.select([id])
      ui.set({ editing: null })
      pointer = at
      start = at ? boardPoint(wall, at) : [box.x + box.w / 2, box.y + Math.min(20, box.h / 2)]
      point = start
      hand.hold({ ids: new Set([...moved, ...belongings(wall, moved)]), moved, by })
      // What stands round a chosen note makes way while it moves.
      wall.viewport()?.setAttribute('data-holding', '')
      if (by === 'keyboard') say('surface.said.lifted', { count: moved.length })
      return true
    },
    movePointer(at) {
      if (!hand.held()) return
      pointer = at
      point = boardPoint(wall, at)
      follow()
      edges.update(viewportPoint(wall, at))
    },
    moveKey(direction, far) {
      const ids = there()
      const next = hand.held() && grip().nextStop(dropInput(ids), direction, far)
      if (!next) return say('surface.said.edge')
      point = next
      const target = follow()
      const around = { x: point[0] - 120, y: point[1] - 90, w: 240, h: 180 }
      camera.glide(panInto(camera.view(), around, camera.size(), camera.insets()))
      if (target) announce(target.words)
    },
    drop(copy) {
      const ids = there()
      if (!hand.held()) return
      const target = hand.target() ?? (ids.length > 0 ? grip().dropAt(dropInput(ids)) : null)
      const far = Math.hypot(...offset()) > 2
      if (target && !target.allowed) announce(target.words)
      if (target?.allowed && far) {
        const { actions } = now()
        if (copy) actions.together(() => dropCopies(ids))
        else target.perform(actions)
      }
      letGo()
    },
    cancel() {
      if (!hand.held()) return
      const wasKeyboard = hand.held()?.by === 'keyboard'
      letGo()
      if (wasKeyboard) say('surface.said.cancelled')
    },
  }

  /** Copies stand where the originals were let go. */
  const dropCopies = (ids: readonly string[]) => {
    const at = corners(ids, offset())
    const { actions, ui } = now()
    const copies = actions.duplicate(ids)
    const copyCorners = new Map(copies.map((copy, index) => [copy, at.get(ids[index] ?? '') ?? point]))
    const target = grip().dropAt({ ...dropInput(copies), corners: copyCorners })
    if (target?.allowed) target.perform(actions)
    ui.select(copies)
  }
  return session
}

/** Notes that come along with what is moved: those under a theme's heading. */
function belongings(wall: Wall, moved: readonly string[]): readonly string[] {
  const keys = new Set(moved.map((id) => `theme:${id}`))
  return wall.arranged().lists.flatMap((list) => (keys.has(list.key) ? list.ids : []))
}
