import type { LayoutGrip } from '../layouts/layout.ts'
import type { Point } from '../layouts/shared/geometry.ts'
import { toBoard, toScreen } from './camera/camera.ts'
import type { Wall } from './wall-context.ts'

/** A point of the page as a point of the board. */
export function boardPoint(wall: Wall, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  return toBoard(wall.camera.view(), viewportPoint(wall, { clientX, clientY }))
}

/** A point of the page as pixels of the viewport. */
export function viewportPoint(wall: Wall, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const frame = wall.viewport()?.getBoundingClientRect()
  return [clientX - (frame?.left ?? 0), clientY - (frame?.top ?? 0)]
}

/** The mounted element of a note. */
export const noteElement = (wall: Wall, id: string): HTMLElement | null =>
  wall.viewport()?.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(id)}"]`) ?? null

/** The note at an event: by its element, or, where notes are only painted, by where it is. */
export function noteAtEvent(
  wall: Wall,
  event: { target: EventTarget | null; clientX: number; clientY: number },
): string | null {
  const element = event.target instanceof Element ? event.target.closest('[data-note-id]') : null
  const own = element?.getAttribute('data-note-id')
  if (own) return own
  if (event.target instanceof Element && event.target.closest('button, a, input, textarea, select'))
    return null
  return wall.index.at(boardPoint(wall, event))
}

/** Where the middle of a note is on the page: where a menu opened by key appears. */
export function toPage(wall: Wall, id: string): { x: number; y: number } {
  const box = wall.arranged().boxes.get(id)
  const frame = wall.viewport()?.getBoundingClientRect()
  const [x, y] = box ? toScreen(wall.camera.view(), [box.x + box.w / 2, box.y + box.h / 2]) : [0, 0]
  return { x: x + (frame?.left ?? 0), y: y + (frame?.top ?? 0) }
}

/** What the layout makes of notes in the hand. For the hands: nobody else knows that it has come. */
export function gripOf({ layout }: Wall): LayoutGrip {
  const grip = layout.grip.now()
  if (!grip) throw new Error('the hands came before the grip')
  return grip
}
