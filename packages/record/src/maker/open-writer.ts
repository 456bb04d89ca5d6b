import { Worker } from 'node:worker_threads'
import { RecordError } from '../record-error.ts'
import type { RecordAnswer, RecordJob } from './job.ts'

export interface WriterOptions {
  readonly worker: URL
  readonly timeoutMs: number
  /** A thread that nobody needed for so long is let go; the next record starts another. */
  readonly idleMs: number
}

/** The record thread. Takes one job at a time; it is started for the first and kept for the next. */
export interface Writer {
  /** Throws a RecordError for a refusal. */
  perform(job: RecordJob): Promise<Exclude<RecordAnswer, { kind: 'refused' }>>
  close(): Promise<void>
}

/** Far above what 10,000 notes need; a thread that wants more ends alone. */
const resourceLimits = { maxOldGenerationSizeMb: 768 }

export function openWriter({ worker: file, timeoutMs, idleMs }: WriterOptions): Writer {
  let worker: Worker | null = null
  let resting: NodeJS.Timeout | undefined

  const letGo = async () => {
    clearTimeout(resting)
    const old = worker
    worker = null
    await old?.terminate()
  }

  return {
    async perform(job) {
      clearTimeout(resting)
      worker ??= start(file)
      try {
        const answer = await answerOf(worker, job, timeoutMs)
        if (answer.kind === 'refused') throw new RecordError(answer.reason, answer.detail)
        return answer
      } catch (error) {
        // What it is doing now, if it is alive, nobody knows.
        if (!(error instanceof RecordError) || isLost(error)) await letGo()
        throw error
      } finally {
        resting = setTimeout(() => void letGo(), idleMs)
        resting.unref()
      }
    },
    close: letGo,
  }
}

/** Kept from ending the process, by an error that comes between two jobs, and from keeping it alive. */
function start(file: URL): Worker {
  const worker = new Worker(file, { resourceLimits })
  worker.on('error', () => undefined).unref()
  return worker
}

const isLost = ({ reason }: RecordError) => reason === 'failed' || reason === 'timeout'

function answerOf(worker: Worker, job: RecordJob, timeoutMs: number): Promise<RecordAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      act()
    }
    const fail = (reason: 'failed' | 'timeout', detail: string) =>
      settle(() => reject(new RecordError(reason, detail)))
    const onMessage = (answer: RecordAnswer) => settle(() => resolve(answer))
    const onError = (error: Error) => fail('failed', error.message)
    const onExit = (code: number) => fail('failed', `the record maker ended (${code})`)
    const timer = setTimeout(() => fail('timeout', `no record after ${timeoutMs} ms`), timeoutMs)
    worker.ref()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    try {
      worker.postMessage(job)
    } catch (error) {
      fail('failed', String(error))
    }
  })
}
