import { parentPort } from 'node:worker_threads'
import { writeRecord } from '../formats.ts'
import { importJson } from '../json/import-json.ts'
import { RecordError } from '../record-error.ts'
import type { RecordAnswer, RecordJob } from './job.ts'

/** A thread that writes records and reads saved ones, one per message, so that whoever asked can go on. */

const answer = (message: RecordAnswer) => parentPort?.postMessage(message)

parentPort?.on('message', (job: RecordJob) => {
  perform(job).then(answer, (error: unknown) => answer(refusalOf(error)))
})

async function perform(job: RecordJob): Promise<RecordAnswer> {
  if (job.kind === 'read') return { kind: 'read', result: importJson(job.text) }
  return { kind: 'written', record: await writeRecord(job.format, job.workshop, job.options) }
}

function refusalOf(error: unknown): RecordAnswer {
  const [reason, detail] =
    error instanceof RecordError
      ? ([error.reason, error.message] as const)
      : (['failed', String(error)] as const)
  return { kind: 'refused', reason, detail }
}
