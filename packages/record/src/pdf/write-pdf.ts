import { type ChildProcess, fork } from 'node:child_process'
import type { RecordDocument } from '../document/blocks.ts'
import { RecordError } from '../record-error.ts'
import type { PdfAnswer, PdfJob } from './job.ts'
import { type Paper, typstData } from './typst-data.ts'

export interface PdfOptions {
  /** How long one PDF may take; 5,000 notes are up to 30 s of one core. */
  readonly timeoutMs?: number
  /** Another worker, for tests of what happens when it fails. */
  readonly worker?: URL
  /** Ends the making of it. */
  readonly signal?: AbortSignal
}

export interface Pdf {
  readonly body: Uint8Array
  /** PDF/UA-1, or tagged only where a letter is missing. */
  readonly standard: 'ua-1' | 'tagged'
}

/** The record as a PDF. Throws a RecordError when none can be made. */
export const writePdf = (document: RecordDocument, options: PdfOptions & { readonly paper?: Paper } = {}) =>
  setPdf(JSON.stringify(typstData(document, options.paper ?? 'a4')), options)

/**
 * Sets what `typstData` made, as JSON. Starts a child, hands it the job, takes its answer or its end; the
 * child never outlives the answer.
 */
export async function setPdf(
  record: string,
  { timeoutMs = 120_000, worker = new URL('./typst-worker.ts', import.meta.url), signal }: PdfOptions = {},
): Promise<Pdf> {
  const child = fork(worker, {
    execArgv: ['--max-old-space-size=512'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  })
  try {
    const answer = await answerOf(child, { record }, timeoutMs)
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
