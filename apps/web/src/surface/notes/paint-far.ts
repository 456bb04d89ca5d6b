import type { Arrangement, Box } from '../../layouts/layout.ts'
import { overlaps, type Rect } from '../../layouts/shared/geometry.ts'
import { groupBy } from '../../layouts/shared/group-by.ts'
import type { Size, View } from '../camera/camera.ts'
import type { SpatialIndex } from '../camera/spatial-index.ts'
import type { Paints } from './paints.ts'

export interface FarPainting {
  readonly element: HTMLCanvasElement
  readonly view: View
  readonly size: Size
  readonly overscan: number
  readonly arranged: Arrangement
  /** Words of notes that name a group. */
  readonly titles: ReadonlyMap<string, string>
  readonly index: SpatialIndex
  readonly skip: ReadonlySet<string>
  readonly paints: Paints
}

/** Screen pixels under which a heading is not written. */
const leastTitle = 11

/** Notes painted between two chances to rest. */
const atOnce = 500

/**
 * Paints notes as what is left of them from afar: colour, key line, mark; and the names of groups. Gives the page a
 * chance to rest now and then.
 */
export function* paintFar(painting: FarPainting): Generator<void> {
  const { element, view, size, overscan, arranged, index, skip, paints } = painting
  yield
  const pen = element.getContext('2d')
  if (!pen) return
  const ratio = Math.min(2, devicePixelRatio || 1)
  const w = Math.ceil(size.w * (1 + 2 * overscan))
  const h = Math.ceil(size.h * (1 + 2 * overscan))
  if (element.width !== w * ratio || element.height !== h * ratio) {
    element.width = w * ratio
    element.height = h * ratio
    element.style.width = `${w}px`
    element.style.height = `${h}px`
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, w, h)
  yield
  const { zoom } = view
  const dx = view.x + size.w * overscan
  const dy = view.y + size.h * overscan
  const inView: Rect = { x: -dx / zoom, y: -dy / zoom, w: w / zoom, h: h / zoom }
  paintLinks(pen, painting, inView, dx, dy)
  const ids = index.within(inView).filter((id) => !skip.has(id) && arranged.boxes.has(id))
  yield
  // One pass per colour: a change of colour costs more than a rectangle.
  const groups = groupBy(ids, (id) => {
    const box = arranged.boxes.get(id)
    return box?.look === 'heading' ? 'heading' : box?.look === 'poster' ? 'poster' : (box?.color ?? 'chalk')
  })
  const boxOf = (id: string) => arranged.boxes.get(id) as Box
  for (const [group, members] of groups) {
    if (group === 'heading') continue
    for (let at = 0; at < members.length; at += atOnce) {
      yield
      const part = members.slice(at, at + atOnce)
      pen.fillStyle = group === 'poster' ? paints.poster : paints.fill[group]
      for (const id of part) {
        const { x, y, w: wide, h: high } = boxOf(id)
        pen.fillRect(x * zoom + dx, y * zoom + dy, wide * zoom, high * zoom)
      }
      if (zoom > 0.16 && group !== 'poster') {
        pen.fillStyle = paints.mark[group]
        for (const id of part) {
          const { x, y, w: wide } = boxOf(id)
          const mark = 18 * zoom
          pen.fillRect((x + wide) * zoom + dx - mark * 1.7, y * zoom + dy + mark * 0.7, mark, mark)
        }
      }
    }
  }
  pen.strokeStyle = paints.keyLine
  pen.lineWidth = 1
  for (const [group, members] of groups) {
    if (group === 'heading') continue
    for (let at = 0; at < members.length; at += atOnce) {
      yield
      pen.beginPath()
      for (const id of members.slice(at, at + atOnce)) {
        const { x, y, w: wide, h: high } = boxOf(id)
        pen.rect(x * zoom + dx + 1, y * zoom + dy + 1, wide * zoom, high * zoom)
      }
      pen.stroke()
    }
  }
  yield
  paintTitles(pen, painting, groups.get('heading') ?? [], dx, dy)
}

function paintTitles(
  pen: CanvasRenderingContext2D,
  { arranged, titles, view: { zoom }, paints }: FarPainting,
  ids: readonly string[],
  dx: number,
  dy: number,
): void {
  pen.fillStyle = paints.ink
  const text = Math.max(leastTitle, 32 * zoom)
  pen.font = `800 ${text}px "Vispera Display", "Vispera Text", "Noto Sans", sans-serif`
  pen.textBaseline = 'bottom'
  for (const id of ids) {
    const box = arranged.boxes.get(id)
    if (!box) continue
    const bottom = (box.y + box.h) * zoom + dy
    pen.fillRect(box.x * zoom + dx, bottom - 2, box.w * zoom, 2)
    pen.fillText(titles.get(id) ?? '', box.x * zoom + dx, bottom - 3, Math.max(40, box.w * zoom))
  }
}

function paintLinks(
  pen: CanvasRenderingContext2D,
  { arranged, view: { zoom }, paints }: FarPainting,
  inView: Rect,
  dx: number,
  dy: number,
): void {
  pen.strokeStyle = paints.keyLine
  pen.lineWidth = 1.2
  pen.beginPath()
  for (const link of arranged.links) {
    if (!overlaps(link.bounds, inView)) continue
    const from = arranged.boxes.get(link.from)
    const to = arranged.boxes.get(link.to)
    if (!from || !to) continue
    pen.moveTo((from.x + from.w / 2) * zoom + dx, (from.y + from.h / 2) * zoom + dy)
    pen.lineTo((to.x + to.w / 2) * zoom + dx, (to.y + to.h / 2) * zoom + dy)
  }
  pen.stroke()
}
