import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { describeFinding, inspect } from './inspect.ts'
import { checkFile } from './recognise.ts'

// Looks at everything that is stored, beside the writer and after it has opened the file, so that nobody waits.

export interface InspectorData {
  readonly file: string
  /** The file itself is to be checked as well. */
  readonly isUnchecked: boolean
}

/** Damage of the file itself, after which nothing may be written any more, or of something in it. */
export type Noticed = { readonly kind: 'file' | 'content'; readonly line: string }

const { file, isUnchecked } = workerData as InspectorData
const say = (kind: Noticed['kind'], line: string) => parentPort?.postMessage({ kind, line } satisfies Noticed)

const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
try {
  if (isUnchecked) for (const line of checkFile(db)) say('file', line)
  for (const finding of inspect(db).findings) say('content', describeFinding(finding))
} finally {
  db.close()
}
