import type { Arrangement, Box } from '../layout.ts'

/**
 * Keeps the box objects of notes that have not moved, so that only what moved is drawn again. With nothing
 * moved at all, the whole map stays the same object.
 */
export function steadied<F>(next: Arrangement<F>, before: Arrangement<F> | null): Arrangement<F> {
  if (!before) return next
  const boxes = new Map<string, Box>()
  let kept = 0
  for (const [id, box] of next.boxes) {
    const old = before.boxes.get(id)
    const same = old !== undefined && isSame(old, box)
    if (same) kept++
    boxes.set(id, same ? old : box)
  }
  const isUnmoved = kept === boxes.size && boxes.size === before.boxes.size
  return { ...next, boxes: isUnmoved ? before.boxes : boxes }
}

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.w === b.w &&
  a.h === b.h &&
  a.look === b.look &&
  a.color === b.color &&
  a.z === b.z &&
  a.bold === b.bold
