import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Documents are put away by then, and the thread that wrote their snapshots is gone. */
const quietMs = 90_000

/**
 * Gives memory back to the system some time after the last person has left. V8 keeps the pages that a crowd needed,
 * for hours if nothing is asked of it, and small machines have other things to do. It takes a tenth of a second in
 * which nothing else is done, so never while somebody is here.
 */
export function openMemoryCare(collect: () => void = collectAll) {
  let here = 0
  let due: NodeJS.Timeout | undefined
  let isClosed = false

  return {
    came() {
      here += 1
      clearTimeout(due)
    },
    left() {
      here -= 1
      if (here > 0 || isClosed) return
      due = setTimeout(collect, quietMs)
      due.unref()
    },
    close() {
      isClosed = true
      clearTimeout(due)
    },
  }
}

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/** Collects garbage as when memory runs out: the only way that also empties V8's own store of pages. */
export function collectAll() {
  setFlagsFromString('--expose-gc')
  const collect: Collect | undefined = runInNewContext('globalThis.gc')
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
