import { RecordError } from '../record-error.ts'

/** Runs one task at a time, in the order asked. */
export interface Queue {
  /** Rejects with `busy`, having run nothing, when too many are waiting already. */
  run<T>(task: () => Promise<T>): Promise<T>
}

export function openQueue(mostWaiting: number): Queue {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    async run(task) {
      if (waiting >= mostWaiting) throw new RecordError('busy', `${waiting} are waiting`)
      waiting++
      const done = last.then(task)
      last = done.catch(() => undefined)
      try {
        return await done
      } finally {
        waiting--
      }
    },
  }
}
