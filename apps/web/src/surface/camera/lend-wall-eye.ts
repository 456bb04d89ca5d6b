import type { BoardUiStore } from '../../board-ui/board-ui.ts'
import { lendEye } from '../../board-ui/eye.ts'
import { union } from '../../layouts/shared/geometry.ts'
import type { Wall } from '../wall-context.ts'
import { boardPoint } from '../wall-points.ts'
import { frameAll, mostZoom, toBoard, toScreen, type View } from './camera.ts'

/** Lends this wall's camera to those who lead and are led; answers how to take it back. */
export function lendWallEye(wall: Wall, ui: BoardUiStore): () => void {
  const { camera, arranged } = wall
  let sent: View | null = null
  return lendEye(ui, {
    sight() {
      const { top, right, bottom, left } = camera.insets()
      const { w, h } = camera.size()
      const view = camera.view()
      const [x, y] = toBoard(view, [left, top])
      return { x, y, w: (w - left - right) / view.zoom, h: (h - top - bottom) / view.zoom }
    },
    whole: () => arranged().bounds,
    round(notes) {
      const { boxes } = arranged()
      const rects = notes.flatMap((id) => boxes.get(id) ?? [])
      return union(rects)
    },
    look(sight) {
      sent = frameAll(sight, camera.size(), camera.insets(), mostZoom)
      camera.glide(sent)
    },
    isKept: () => sent === null || camera.goal() === sent,
    onMove: (listener) => camera.onMove(listener),
    toPage(point) {
      const frame = wall.viewport()?.getBoundingClientRect()
      const [x, y] = toScreen(camera.view(), point)
      return [x + (frame?.left ?? 0), y + (frame?.top ?? 0)]
    },
    toBoard: (page) => boardPoint(wall, page),
  })
}
