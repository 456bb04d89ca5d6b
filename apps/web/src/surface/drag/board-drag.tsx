import {
  type CollisionDetection,
  DndContext,
  type DragMoveEvent,
  type DragStartEvent,
  type KeyboardCoordinateGetter,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Direction } from '../../layouts/layout.ts'
import type { ViewportHandlers } from '../hands/viewport-events.ts'
import { useWall } from '../wall-context.ts'
import { noteAtEvent } from '../wall-points.ts'
import type { DragSession } from './drag-session.ts'
import { KeyLift, PointerLift } from './sensors.ts'

export interface BoardDragProps {
  readonly session: DragSession
  /** Whether a press here may take up a note (no hand tool, no link tool, no read-only seat). */
  readonly mayLift: (event: PointerEvent) => boolean
  /** What was taken up has moved: the press is no click and no long press. */
  readonly onMoved: () => void
  /** What else the viewport's events do. */
  readonly handlers: ViewportHandlers
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
// There are no droppables: what is under the hand is found by where it is, not by measuring elements.
const noCollisions: CollisionDetection = () => []
// What happens is told by our own announcer, in the reader's language.
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

/** One context and one draggable for the whole board; the note under the hand is found by delegation. */
export function BoardDrag({ session, mayLift, onMoved, handlers }: BoardDragProps) {
  const wall = useWall()
  const isCopying = useAltDown()
  const onKey = useMemo<KeyboardCoordinateGetter>(
    () => (event) => {
      const direction = directions[event.code]
      if (!direction) return undefined
      event.preventDefault()
      session.moveKey(direction, event.shiftKey)
      // The hand has moved already, in board units and by meaning; there are no coordinates to hand on.
      return undefined
    },
    [session],
  )
  const sensors = useSensors(
    useSensor(
      PointerLift,
      useMemo(() => ({ activationConstraint: { distance: 4 }, mayLift }), [mayLift]),
    ),
    useSensor(
      KeyLift,
      useMemo(() => ({ coordinateGetter: onKey }), [onKey]),
    ),
  )
  const pointerOf = ({ activatorEvent, delta }: Pick<DragMoveEvent, 'activatorEvent' | 'delta'>) =>
    activatorEvent instanceof PointerEvent
      ? { clientX: activatorEvent.clientX + delta.x, clientY: activatorEvent.clientY + delta.y }
      : null
  const onStart = ({ activatorEvent }: DragStartEvent) => {
    const at = pointerOf({ activatorEvent, delta: { x: 0, y: 0 } })
    const id = noteAtEvent(wall, {
      target: activatorEvent.target,
      clientX: at?.clientX ?? 0,
      clientY: at?.clientY ?? 0,
    })
    if (id !== null) session.begin(id, at ? 'pointer' : 'keyboard', at)
  }
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      collisionDetection={noCollisions}
      accessibility={silent}
      onDragStart={onStart}
      onDragMove={(event) => {
        const at = pointerOf(event)
        if (!at) return
        if (Math.hypot(event.delta.x, event.delta.y) > 3) onMoved()
        session.movePointer(at)
      }}
      onDragEnd={() => session.drop(isCopying())}
      onDragCancel={() => session.cancel()}
    >
      <Viewport handlers={handlers} />
    </DndContext>
  )
}

/** Alt while letting go makes copies; dnd-kit does not hand on the last event, so it is watched here. */
function useAltDown(): () => boolean {
  const isDown = useRef(false)
  useEffect(() => {
    const watch = (event: PointerEvent) => {
      isDown.current = event.altKey
    }
    addEventListener('pointermove', watch, true)
    addEventListener('pointerup', watch, true)
    return () => {
      removeEventListener('pointermove', watch, true)
      removeEventListener('pointerup', watch, true)
    }
  }, [])
  return () => isDown.current
}

/**
 * The draggable: the whole viewport, which stands already. Its own dnd attributes are left off; they would name it
 * a button.
 */
function Viewport({ handlers }: Pick<BoardDragProps, 'handlers'>) {
  const wall = useWall()
  const { setNodeRef, listeners } = useDraggable({ id: 'board' })
  useLayoutEffect(() => {
    setNodeRef(wall.viewport())
    return () => setNodeRef(null)
  }, [wall, setNodeRef])
  useLayoutEffect(() => {
    wall.handlers.current = {
      ...handlers,
      onPointerDown: (event) => {
        listeners?.onPointerDown?.(event)
        handlers.onPointerDown?.(event)
      },
      onKeyDown: (event) => {
        listeners?.onKeyDown?.(event)
        if (!event.defaultPrevented) handlers.onKeyDown?.(event)
      },
    }
    return () => {
      wall.handlers.current = null
    }
  }, [wall, handlers, listeners])
  return null
}
