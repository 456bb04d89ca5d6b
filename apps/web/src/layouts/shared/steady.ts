import type { Arrangement, Box } from '../layout.ts'

/**
 * Keeps the box objects of notes that have not moved, so that only what moved is drawn again. With nothing
 * moved at all, the whole map stays the same object. The new arrangement's own map may be written to.
 */
export function steadied<F>(next: Arrangement<F>, before: Arrangement<F> | null): Arrangement<F> {
  if (!before) return next
  const boxes = next.boxes as Map<string, Box>
  let kept = 0
  for (const [id, box] of boxes) {
    const old = before.boxes.get(id)
    if (old === undefined || !isSame(old, box)) continue
    kept++
    if (old !== box) boxes.set(id, old)
  }
  const isUnmoved = kept === boxes.size && boxes.size === before.boxes.size
  const isInOrder = isSameOrder(next.readingOrder, before.readingOrder)
  return {
    ...next,
    boxes: isUnmoved ? before.boxes : boxes,
    readingOrder: isInOrder ? before.readingOrder : next.readingOrder,
  }
}

const isSameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at])

const isSame = (a: Box, b: Box): boolean =>
  a === b ||
  (a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.look === b.look &&
    a.color === b.color &&
    a.z === b.z &&
    a.bold === b.bold)
