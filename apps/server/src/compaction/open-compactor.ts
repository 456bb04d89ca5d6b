import { Worker } from 'node:worker_threads'
import type { Compacted, Compactor } from '@vispera/sync'
import type { Answer, Job } from './worker.ts'

/** A thread that nobody needs is let go, and the memory of large boards with it. */
const restMs = 60_000
/** No board takes as long; a thread that does not come back is given up. */
const patienceMs = 120_000

/**
 * The heavy work on whole documents, in one thread beside the event loop, one job after the other. Bytes are
 * copied once, in a breath, and then change hands.
 */
export function openCompactor(): Compactor & { close(): Promise<void> } {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined

  function inTurn<T>(job: () => Job): Promise<T> {
    // Packed only when it is its turn, so that a hundred boards that wait are not held twice.
    const mine = last.then(() => run<T>(job()))
    last = mine.catch(() => {})
    return mine
  }

  function run<T>(job: Job): Promise<T> {
    clearTimeout(resting)
    worker ??= start()
    const current = worker
    return new Promise<T>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(impatience)
        current.off('message', hear).off('error', fail).off('exit', ended)
        resting = setTimeout(letGo, restMs)
        resting.unref()
        finish()
      }
      const fail = (error: unknown) =>
        settle(() => {
          letGo()
          reject(error)
        })
      const ended = () => fail(new Error('the thread has ended'))
      const hear = (answer: Answer<T>) =>
        settle(() => {
          if ('error' in answer) reject(new Error(answer.error))
          else resolve(answer.value)
        })
      const impatience = setTimeout(() => fail(new Error('the thread does not answer')), patienceMs)
      impatience.unref()
      current.on('message', hear).on('error', fail).on('exit', ended)
      current.postMessage(job, [job.bytes])
    })
  }

  function letGo() {
    void worker?.terminate()
    worker = null
  }

  return {
    compact: ({ parts, vector, roots }) =>
      inTurn<Compacted>(() => ({ kind: 'compact', ...pack([parts]), vector, roots })),
    compare: ({ versions, roots }) => inTurn<boolean>(() => ({ kind: 'compare', ...pack(versions), roots })),
    async close() {
      clearTimeout(resting)
      await last
      await worker?.terminate()
      worker = null
    },
  }
}

function start(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Documents are made and thrown away here. Given more room, V8 leaves them lying.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  worker.unref()
  return worker
}

/** Many pieces in one buffer, which can be handed over whole. */
function pack(versions: readonly (readonly Uint8Array[])[]) {
  const all = versions.flat()
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of all) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes: bytes.buffer, lengths: versions.map((parts) => parts.map((part) => part.length)) }
}
