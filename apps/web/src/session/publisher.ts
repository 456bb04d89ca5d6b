import type { Awareness } from 'y-protocols/awareness'
import type { MyPresence, Signals } from './workshop-session.ts'

export const noSignals: Signals = { view: null, hand: null, ready: null, follows: null, lowers: [] }

/** The value from before while the new one says the same, so that nobody is woken for nothing. */
export const sameOr = <T>(before: T, next: T): T =>
  JSON.stringify(plain(before)) === JSON.stringify(plain(next)) ? before : next

const plain = (value: unknown): unknown => (value instanceof Map ? [...value] : value)

/** At most 15 a second. */
const everyMs = 66

/** Publishes what I do on a board: the first change at once, then the latest of each window. */
export function createPublisher<Said extends object = MyPresence>(
  awareness: Awareness,
): {
  publish(presence: Partial<Said>): void
  close(): void
} {
  let latest: Partial<Said> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false
  const send = () => {
    isStale = false
    awareness.setLocalState({ ...awareness.getLocalState(), ...latest })
    timer = setTimeout(() => {
      timer = undefined
      if (isStale) send()
    }, everyMs)
  }
  return {
    publish(presence) {
      latest = { ...latest, ...presence }
      if (timer === undefined) send()
      else isStale = true
    },
    close: () => clearTimeout(timer),
  }
}
