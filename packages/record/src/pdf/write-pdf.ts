import { type ChildProcess, fork } from 'node:child_process'
import type { RecordDocument } from '../document/blocks.ts'
import { RecordError } from '../record-error.ts'
import type { PdfAnswer, PdfJob } from './job.ts'
import { type Paper, typstData } from './typst-data.ts'

export interface PdfOptions {
  readonly paper?: Paper
  /** How long one PDF may take; 5,000 notes are about 10 s of one core. */
  readonly timeoutMs?: number
  /** Another worker, for tests of what happens when it fails. */
  readonly worker?: URL
}

export interface Pdf {
  readonly body: Uint8Array
  /** PDF/UA-1, or tagged only where a letter is missing. */
  readonly standard: 'ua-1' | 'tagged'
}

/** PDFs that may wait while one is made. */
const mostWaiting = 20
let waiting = 0
let queue: Promise<unknown> = Promise.resolve()

/** The record as a PDF. One is made at a time; throws a RecordError when none can be made. */
export async function writePdf(
  document: RecordDocument,
  {
    paper = 'a4',
    timeoutMs = 120_000,
    worker = new URL('./typst-worker.ts', import.meta.url),
  }: PdfOptions = {},
): Promise<Pdf> {
  if (waiting >= mostWaiting) throw new RecordError('pdf-busy', `${waiting} PDFs are waiting`)
  const { missingLetters } = document
  const job = { record: JSON.stringify(typstData(document, paper)), missingLetters }
  waiting++
  const made = queue.then(() => runWorker(worker, job, timeoutMs))
  queue = made.catch(() => undefined)
  try {
    return await made
  } finally {
    waiting--
  }
}

/** Starts a child, hands it the job, takes its answer or its end. The child never outlives the answer. */
async function runWorker(worker: URL, job: PdfJob, timeoutMs: number): Promise<Pdf> {
  const child = fork(worker, {
    execArgv: ['--max-old-space-size=512'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  try {
    const answer = await answerOf(child, job, timeoutMs)
    if (answer.kind === 'done') return { body: answer.pdf, standard: answer.standard }
    throw new RecordError(answer.kind === 'unavailable' ? 'pdf-unavailable' : 'pdf-failed', answer.detail)
  } finally {
    child.kill('SIGKILL')
  }
}

function answerOf(child: ChildProcess, job: PdfJob, timeoutMs: number): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new RecordError('pdf-timeout', `no PDF after ${timeoutMs} ms`)),
      timeoutMs,
    )
    const settle = <T>(act: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(timer)
        act(value)
      }
    }
    child.once('message', settle(resolve))
    child.once(
      'error',
      settle((error: Error) => reject(new RecordError('pdf-unavailable', error.message))),
    )
    child.once(
      'exit',
      settle((code: number | null) => reject(new RecordError('pdf-failed', `the PDF maker ended (${code})`))),
    )
    child.send(job, (error) => {
      if (error) settle(reject)(new RecordError('pdf-unavailable', error.message))
    })
  })
}
