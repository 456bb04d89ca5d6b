import {
  KeyboardSensor,
  type KeyboardSensorOptions,
  PointerSensor,
  type PointerSensorOptions,
} from '@dnd-kit/core'
import type { KeyboardEvent, PointerEvent } from 'react'

/** Whether a press may take up a note: on one, with the first button, and not with a tool that does otherwise. */
interface LiftRule {
  readonly mayLift: (event: globalThis.PointerEvent) => boolean
}

/** Mouse and pen: a note is taken up after four pixels. */
export class MouseLift extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent }: PointerEvent, options: PointerSensorOptions) =>
        nativeEvent.pointerType !== 'touch' && lifts(nativeEvent, options),
    },
  ]
}

/** Fingers: a note is taken up after resting on it for a moment, so that panning across notes still works. */
export class TouchLift extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent }: PointerEvent, options: PointerSensorOptions) =>
        nativeEvent.pointerType === 'touch' && lifts(nativeEvent, options),
    },
  ]
}

/** Keys: Space takes up the note that has the keyboard's focus (after a click, Space is the hand tool). */
export class KeyLift extends KeyboardSensor {
  static override activators = [
    {
      eventName: 'onKeyDown' as const,
      handler: (event: KeyboardEvent, _options: KeyboardSensorOptions) => {
        const { target } = event
        const isNote = target instanceof HTMLElement && target.matches('[data-note-id]:focus-visible')
        if (event.nativeEvent.code !== 'Space' || !isNote || event.nativeEvent.isComposing) return false
        event.preventDefault()
        return true
      },
    },
  ]
}

const lifts = (event: globalThis.PointerEvent, options: PointerSensorOptions): boolean =>
  event.isPrimary && event.button === 0 && (options as PointerSensorOptions & LiftRule).mayLift(event)
