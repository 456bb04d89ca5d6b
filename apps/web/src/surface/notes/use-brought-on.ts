import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Arrangement } from '../../layouts/layout.ts'
import { center } from '../../layouts/shared/geometry.ts'
import { toBoard } from '../camera/camera.ts'
import { useWall } from '../wall-context.ts'
import { type Brought, bringOn, firstStep, nextStep } from './bring-on.ts'
import type { Visible } from './use-visible.ts'

const nothing: ReadonlySet<string> = new Set()

/**
 * The notes in sight, brought on a few milliseconds at a time, those near the middle of the view first; and whether
 * they are painted meanwhile.
 */
export function useBroughtOn(arranged: Arrangement, visible: Visible) {
  const { camera } = useWall()
  const on = useRef(nothing)
  const step = useRef(firstStep)
  const [turn, next] = useReducer((count: number) => count + 1, 0)
  const [isPainted, setPainted] = useState(false)
  const began = useRef(0)
  began.current = performance.now()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn brings on more
  const brought = useMemo((): Brought => {
    const nearFirst = (ids: readonly string[]) => {
      const { w, h } = camera.size()
      const [x, y] = toBoard(camera.view(), [w / 2, h / 2])
      const far = new Map(
        ids.map((id) => {
          const box = arranged.boxes.get(id)
          const [cx, cy] = box ? center(box) : [0, 0]
          return [id, Math.hypot(cx - x, cy - y)] as const
        }),
      )
      return ids.toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))
    }
    // Nobody waits for what nobody sees, and there are no frames in between.
    const atOnce = document.hidden ? Number.POSITIVE_INFINITY : step.current
    return bringOn(visible, { on: on.current, isPainted }, atOnce, nearFirst)
  }, [camera, arranged, visible, isPainted, turn])
  useLayoutEffect(() => {
    on.current = new Set(brought.ids)
    step.current = nextStep(step.current, brought.added, performance.now() - began.current)
  }, [brought])
  const { isWhole } = brought
  useEffect(() => {
    if (brought.isWhole) return
    const frame = requestAnimationFrame(next)
    document.addEventListener('visibilitychange', next)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('visibilitychange', next)
    }
  }, [brought])
  const { isFar } = visible
  // What was painted stays under the notes until all of them stand there.
  useEffect(() => {
    if (!isFar && isWhole) setPainted(false)
  }, [isFar, isWhole])
  const onPainted = useCallback(() => setPainted(true), [])
  return { ids: brought.ids, isWhole, paints: isFar || (isPainted && !isWhole), onPainted }
}
