import { useMemo, useSyncExternalStore } from 'react'
import { useBoardUi, useOthers } from '../../board-ui/board-context.ts'
import type { Arrangement } from '../../layouts/layout.ts'
import { useCurrent, useWall } from '../wall-context.ts'

/** Notes in the DOM at once, at most; beyond that they are painted. */
export const mostNotes = 400
/** Under this zoom words are too small to read: everything is painted. */
export const readableZoom = 0.35
/** Chosen notes that stay in the DOM while the rest is painted. */
const mostPinned = 80

export interface Visible {
  /** Notes to mount, in drawing order. */
  readonly ids: readonly string[]
  /** Those among them that somebody works with: they stand there at once, however many come with them. */
  readonly pinned: ReadonlySet<string>
  /** The rest is painted on one canvas. */
  readonly isFar: boolean
}

/** Which notes stand in the DOM: those in sight and readable, and always those being worked with. */
export function useVisible(arranged: Arrangement): Visible {
  const { camera, index, hand } = useWall()
  const cull = useSyncExternalStore(camera.subscribe, camera.cull)
  const rung = useSyncExternalStore(camera.subscribe, camera.zoomRung)
  const held = useSyncExternalStore(hand.subscribe, hand.held)
  const selection = useBoardUi((ui) => ui.selection)
  const editing = useBoardUi((ui) => ui.editing)
  const linking = useBoardUi((ui) => ui.linking)
  const current = useCurrent()
  const heldByOthers = useHeldByOthers()
  return useMemo(() => {
    index.follow(arranged.boxes, arranged.readingOrder)
    const near = rung < readableZoom ? [] : index.within(cull)
    const isFar = rung < readableZoom || near.length > mostNotes
    const pins = [current, editing, linking?.from ?? null, ...(held?.ids ?? []), ...heldByOthers]
    const pinned = new Set<string>()
    for (const id of [...pins, ...[...selection].slice(0, mostPinned)]) {
      if (id !== null && arranged.boxes.has(id)) pinned.add(id)
    }
    const ids = new Set([...pinned, ...(isFar ? [] : near)])
    return { ids: [...ids].sort((a, b) => index.rank(a) - index.rank(b)), pinned, isFar }
  }, [arranged, index, cull, rung, held, selection, editing, linking, current, heldByOthers])
}

/** What others hold may be anywhere by now; the same array until it changes. */
function useHeldByOthers(): readonly string[] {
  const ids = useOthers().flatMap(({ held }) => held.map(({ id }) => id))
  const key = ids.join(' ')
  return useMemo(() => (key === '' ? [] : key.split(' ')), [key])
}
