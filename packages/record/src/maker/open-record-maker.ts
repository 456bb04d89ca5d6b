import type { ParsedWorkshop } from '@vispera/board'
import { type ExportedRecord, formatOf } from '../formats.ts'
import type { ImportResult } from '../json/import-json.ts'
import { RecordError } from '../record-error.ts'
import type { MakeOptions } from './job.ts'
import { openWriter } from './open-writer.ts'
import { openQueue } from './queue.ts'

/** Makes records for a server that must answer others meanwhile. */
export interface RecordMaker {
  /**
   * Makes one record off the calling thread: one is written at a time, and one PDF is set at a time. `read`
   * is asked when the record's turn has come, so that what waits holds nothing. Throws a RecordError:
   * `busy` when too many wait, `timeout` and `failed` when none was made.
   */
  make(format: string, read: () => Promise<ParsedWorkshop>, options?: MakeOptions): Promise<ExportedRecord>
  /**
   * Reads a saved workshop off the calling thread: a big file takes a second, and others are in the middle of
   * theirs. Throws a RecordError like `make`.
   */
  read(text: string): Promise<ImportResult>
  /** Ends what is under way. */
  close(): Promise<void>
}

export interface RecordMakerOptions {
  /** Records that may wait or be made at once, PDFs apart from all others. */
  readonly mostWaiting?: number
  /** How long the writing of one may take; setting a PDF has a time of its own. */
  readonly timeoutMs?: number
  readonly idleMs?: number
  /** Another thread, for tests of what happens when it fails. */
  readonly worker?: URL
}

/** Opens nothing yet: the thread is started for the first record and let go when nobody needs it. */
export function openRecordMaker({
  mostWaiting = 20,
  timeoutMs = 60_000,
  idleMs = 60_000,
  worker = new URL('./record-worker.ts', import.meta.url),
}: RecordMakerOptions = {}): RecordMaker {
  const writer = openWriter({ worker, timeoutMs, idleMs })
  const writing = openQueue(mostWaiting)
  // A queue of their own: nobody waits for half a minute of somebody else's PDF to get their Markdown.
  const finishing = openQueue(mostWaiting)
  const closing = new AbortController()

  return {
    async make(format, read, options = {}) {
      const { finish } = formatOf(format)
      const write = () =>
        writing.run(async () => {
          const workshop = await read()
          if (closing.signal.aborted) throw new RecordError('failed', 'the record maker is closed')
          const answer = await writer.perform({ kind: 'write', format, workshop, options })
          if (answer.kind !== 'written') throw new RecordError('failed', 'the thread answered something else')
          return answer.record
        })
      if (!finish) return write()
      return finishing.run(async () => {
        const record = await write()
        return { ...record, body: await finish(record.body, closing.signal) }
      })
    },
    read: (text) =>
      writing.run(async () => {
        const answer = await writer.perform({ kind: 'read', text })
        if (answer.kind !== 'read') throw new RecordError('failed', 'the thread answered something else')
        return answer.result
      }),
    async close() {
      closing.abort()
      await writer.close()
    },
  }
}
