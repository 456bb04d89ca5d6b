import RBush from 'rbush'
import type { Box } from '../../layouts/layout.ts'
import type { Point, Rect } from '../../layouts/shared/geometry.ts'

interface Entry {
  readonly id: string
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** What is where on one board. Follows the arrangement by taking in only what has moved. */
export interface SpatialIndex {
  /** `order` is the order in which notes are drawn; later ones lie over earlier ones. */
  follow(boxes: ReadonlyMap<string, Box>, order: readonly string[]): void
  /** The place of a note in the drawing order. */
  rank(id: string): number
  /** Ids that touch the rectangle, in no order. */
  within(rect: Rect): string[]
  /** The topmost note at a point. */
  at(point: Point): string | null
  readonly boxes: ReadonlyMap<string, Box>
}

export function createSpatialIndex(): SpatialIndex {
  const tree = new RBush<Entry>()
  const entries = new Map<string, Entry>()
  let boxes: ReadonlyMap<string, Box> = new Map()
  let ranks = new Map<string, number>()
  const rank = (id: string) => ranks.get(id) ?? -1
  const search = (rect: Rect) =>
    tree.search({ minX: rect.x, minY: rect.y, maxX: rect.x + rect.w, maxY: rect.y + rect.h })
  return {
    follow(next, order) {
      if (next === boxes) return
      ranks = new Map(order.map((id, index) => [id, index]))
      const fresh: Entry[] = []
      const gone = [...entries.values()].filter((entry) => !isAt(entry, next.get(entry.id)))
      // Another arrangement moves everything: planting a new tree is cheaper than uprooting leaf by leaf.
      if (gone.length > entries.size / 2) {
        tree.clear()
        entries.clear()
      }
      for (const entry of entries.size > 0 ? gone : []) {
        tree.remove(entry)
        entries.delete(entry.id)
      }
      for (const [id, box] of next) {
        if (entries.has(id)) continue
        const entry = { id, minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h }
        entries.set(id, entry)
        fresh.push(entry)
      }
      if (fresh.length > 50) tree.load(fresh)
      else for (const entry of fresh) tree.insert(entry)
      boxes = next
    },
    rank,
    within: (rect) => search(rect).map(({ id }) => id),
    at([x, y]) {
      let top: string | null = null
      let height = Number.NEGATIVE_INFINITY
      for (const { id } of search({ x, y, w: 0, h: 0 })) {
        const z = boxes.get(id)?.z ?? 0
        if (z < height || (z === height && top !== null && rank(id) < rank(top))) continue
        height = z
        top = id
      }
      return top
    },
    get boxes() {
      return boxes
    },
  }
}

const isAt = (entry: Entry, box: Box | undefined): boolean =>
  box !== undefined &&
  box.x === entry.minX &&
  box.y === entry.minY &&
  box.x + box.w === entry.maxX &&
  box.y + box.h === entry.maxY
