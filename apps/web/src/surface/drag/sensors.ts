import {
  KeyboardSensor,
  type KeyboardSensorOptions,
  PointerSensor,
  type PointerSensorOptions,
  type PointerSensorProps,
} from '@dnd-kit/core'
import type { KeyboardEvent, PointerEvent } from 'react'

/** Whether a press may take up a note: on one, with the first button, and not with a tool that does otherwise. */
interface LiftRule {
  readonly mayLift: (event: globalThis.PointerEvent) => boolean
}

/**
 * Mouse and pen take a note up after four pixels; fingers after resting on it for a moment, so that panning
 * across notes still works. One sensor for both: dnd-kit keeps only the last one that listens to an event.
 */
export class PointerLift extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent }: PointerEvent, options: PointerSensorOptions) => lifts(nativeEvent, options),
    },
  ]

  constructor(props: PointerSensorProps) {
    const isFinger = props.event instanceof globalThis.PointerEvent && props.event.pointerType === 'touch'
    const activationConstraint = isFinger ? { delay: 200, tolerance: 8 } : { distance: 4 }
    super({ ...props, options: { ...props.options, activationConstraint } })
  }
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
