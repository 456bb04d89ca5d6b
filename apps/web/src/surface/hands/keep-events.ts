const onWall = ['pointerdown', 'click', 'dblclick', 'contextmenu', 'wheel', 'keydown'] as const
/** A press goes on wherever the pointer goes. */
const afterPress = ['pointermove', 'pointerup', 'pointercancel'] as const

/** What was done on the wall before the hands were there. */
export interface KeptEvents {
  /** Does it again, in order, now that somebody listens; keeps no more once all is done. */
  replay(): Promise<void>
  /** Forgets it, and goes on keeping. */
  drop(): void
  stop(): void
}

interface Kept {
  readonly event: Event
  readonly target: EventTarget | null
}

/** Keeps what somebody does on the wall; `onEvent` is told of everything. */
export function keepEvents(wall: HTMLElement, onEvent: () => void): KeptEvents {
  let kept: Kept[] = []
  let isPressed = false
  let isReplaying = false
  const again = new WeakSet<Event>()

  const keep = (event: Event) => {
    if (again.has(event) || !isOurs(event)) return
    if (event.type === 'pointerdown') isPressed = true
    // The browser's own menu and zoom must not come first.
    if (event.type === 'contextmenu' || event.type === 'wheel') event.preventDefault()
    // What comes while earlier things are still being done waits for its turn.
    if (isReplaying) event.stopPropagation()
    kept = added(kept, { event, target: event.target })
    onEvent()
  }
  const keepPress = (event: Event) => {
    if (isPressed) keep(event)
  }
  for (const type of onWall) wall.addEventListener(type, keep, { capture: true, passive: false })
  for (const type of afterPress) window.addEventListener(type, keepPress, { capture: true })
  const stop = () => {
    for (const type of onWall) wall.removeEventListener(type, keep, { capture: true })
    for (const type of afterPress) window.removeEventListener(type, keepPress, { capture: true })
    kept = []
  }
  return {
    stop,
    drop() {
      kept = []
      isPressed = false
    },
    async replay() {
      isReplaying = true
      for (let next = kept.shift(); next; next = kept.shift()) {
        const copy = copyOf(next.event)
        again.add(copy)
        const { target } = next
        const isThere = target instanceof Element && target.isConnected
        ;(isThere ? target : wall).dispatchEvent(copy)
        // A drag is taken up by one draw and moved by the next.
        await drawn()
      }
      stop()
    },
  }
}

/** Buttons, words being written and walking on with Tab do what they do without the hands. */
function isOurs(event: Event): boolean {
  const { target } = event
  if (event instanceof KeyboardEvent && event.key === 'Tab') return false
  return !(target instanceof Element && target.closest('button, a, textarea, input, select'))
}

/**
 * Of the moves in a row, the first takes a note up and the last says where: those between are not needed, and where
 * there is only one it is both.
 */
function added(kept: readonly Kept[], next: Kept): Kept[] {
  if (!isMove(next)) return [...kept, next]
  return isMove(kept.at(-1)) ? [...kept.slice(0, -1), next] : [...kept, next, next]
}

const isMove = (one: Kept | undefined) => one?.event.type === 'pointermove'

/** The same event once more: one that was dispatched already cannot be. */
const copyOf = (event: Event): Event => new (event.constructor as typeof Event)(event.type, event)

const drawn = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
