import type { Awareness } from 'y-protocols/awareness'
import { soon } from '../later/later.ts'
import { onceStands } from '../later/warm-up.ts'

const reading = soon(() => import('./presence.ts'))
type Readers = Awaited<ReturnType<typeof reading.fetch>>

/** Reads who else is here whenever that changes, once the board stands: it can be read and written without them. */
export function followPresence(awareness: Awareness, read: (readers: Readers) => void): () => void {
  let stands = false
  const look = () => {
    const readers = reading.now()
    if (readers) read(readers)
    // What was not fetched is asked for again with the next change.
    else if (stands) reading.fetch().then(read, () => {})
  }
  const stop = onceStands(() => {
    stands = true
    look()
  })
  awareness.on('change', look)
  return () => {
    stop()
    awareness.off('change', look)
  }
}
