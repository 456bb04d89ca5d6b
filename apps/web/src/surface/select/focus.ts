import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { panInto } from '../camera/camera.ts'
import type { Wall } from '../wall-context.ts'
import { noteElement } from '../wall-points.ts'

/** Room kept round a focused note, in board units. */
const room = 12

/** Gives a note the tab stop and the focus, mounted and in sight, clear of the tools. */
export function focusNote(
  wall: Wall,
  id: string,
  { select, ui }: { select?: boolean; ui?: BoardUiStore } = {},
): void {
  const box = wall.arranged().boxes.get(id)
  if (!box) return
  wall.setCurrent(id)
  if (select) ui?.select([id])
  const { camera } = wall
  const around = { x: box.x - room, y: box.y - room, w: box.w + 2 * room, h: box.h + 2 * room }
  const next = panInto(camera.view(), around, camera.size(), camera.insets())
  if (next !== camera.view()) camera.glide(next)
  const take = () => noteElement(wall, id)?.focus({ preventScroll: true })
  // It is mounted by the draw that follows, when it was not before.
  if (noteElement(wall, id)) take()
  else requestAnimationFrame(() => requestAnimationFrame(take))
}

/** Shows a note that is being worked with elsewhere, near the middle when it was out of sight. */
export function revealNote(wall: Wall, id: string): void {
  const box = wall.arranged().boxes.get(id)
  if (!box) return
  const { camera } = wall
  if (camera.view().zoom < 0.4) {
    const zoom = 0.72
    const { w, h } = camera.size()
    camera.set({ x: w / 2 - (box.x + box.w / 2) * zoom, y: h / 2 - (box.y + box.h / 2) * zoom, zoom })
  }
  focusNote(wall, id)
}
