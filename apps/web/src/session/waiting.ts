import type { OpenDocument } from '@vispera/sync/client'
import type { Transaction } from 'yjs'
import { soon } from '../later/later.ts'

/** What of one document the server has not kept yet. */
export interface Waiting {
  /** Whether this note's last change is among it, and it is taking long enough to say so. */
  has(noteId: string): boolean
  notes(): readonly string[]
  isSlow(): boolean
  /** Notes made here, oldest first. */
  mine(): readonly string[]
  close(): void
}

/** A change that is kept within this time is never shown as waiting: marks that flicker tell nobody anything. */
const patienceMs = 1_000

const touching = soon(() => import('./touched-notes.ts').then((file) => file.touchedNotes))

/** Follows the local changes of a document until the server has them on disk; `onChange` when the answer differs. */
export function trackWaiting(document: OpenDocument, onChange: () => void): Waiting {
  const numbers = new Map<string, number>()
  const unmarked: [change: number, transaction: Transaction][] = []
  let made: readonly string[] = []
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const isSlow = () => isLate || (document.status().connection === 'offline' && document.status().pending > 0)
  const forgetSaved = () => {
    const { acknowledgedThrough } = document.status()
    for (const [id, change] of numbers) if (change <= acknowledgedThrough) numbers.delete(id)
  }
  const mark = () => {
    const touchedNotes = touching.now()
    if (!touchedNotes) return false
    for (const [change, transaction] of unmarked.splice(0)) {
      const touched = touchedNotes(document.doc, transaction)
      for (const id of touched.changed) numbers.set(id, change)
      if (touched.added.length > 0) made = [...made, ...touched.added]
    }
    // By now the server may have some of them.
    forgetSaved()
    return true
  }
  const stopLocal = document.onLocalChange((change, transaction) => {
    unmarked.push([change, transaction])
    // Written before everything that comes later has come: which notes it was is told then.
    if (!mark())
      touching
        .fetch()
        .then(mark)
        .then(onChange, () => {})
    timer ??= setTimeout(() => {
      isLate = document.status().pending > 0
      onChange()
    }, patienceMs)
    onChange()
  })
  const stopStatus = document.subscribe(() => {
    forgetSaved()
    if (document.status().pending === 0) {
      clearTimeout(timer)
      timer = undefined
      isLate = false
    }
    onChange()
  })

  return {
    has: (id) => isSlow() && numbers.has(id),
    notes: () => [...numbers.keys()],
    isSlow,
    mine: () => made,
    close() {
      clearTimeout(timer)
      stopLocal()
      stopStatus()
    },
  }
}
