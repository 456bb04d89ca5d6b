import { parentPort } from 'node:worker_threads'
import { writeRecord } from '../formats.ts'
import { RecordError } from '../record-error.ts'
import type { RecordAnswer, RecordJob } from './job.ts'

/** A thread that writes records, one per message, so that whoever asked can go on with the workshop. */

const answer = (message: RecordAnswer) => parentPort?.postMessage(message)

parentPort?.on('message', ({ format, workshop, options }: RecordJob) => {
  writeRecord(format, workshop, options).then(
    (record) => answer({ kind: 'written', record }),
    (error: unknown) => answer(refusalOf(error)),
  )
})

function refusalOf(error: unknown): RecordAnswer {
  const [reason, detail] =
    error instanceof RecordError
      ? ([error.reason, error.message] as const)
      : (['failed', String(error)] as const)
  return { kind: 'refused', reason, detail }
}
