import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { describeFinding, inspect } from './inspect.ts'

// Looks at everything that is stored, beside the writer and after it has opened the file, so that nobody waits.

const db = new DatabaseSync(String(workerData), { readOnly: true, timeout: 5000 })
try {
  for (const finding of inspect(db).findings) parentPort?.postMessage(describeFinding(finding))
} finally {
  db.close()
}
