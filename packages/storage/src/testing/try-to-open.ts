import { openSqliteStore } from '../sqlite/open-sqlite-store.ts'
import { StorageError } from '../storage-error.ts'

// Run as a process of its own, by a user who may not write everywhere: opens the file given, appends
// once, and prints how that went.

try {
  const store = await openSqliteStore({ file: process.argv[2] ?? '' })
  await store.append({ updates: [{ document: 'd', update: Uint8Array.of(1) }] })
  await store.close()
  console.log('opened')
} catch (error) {
  console.log(error instanceof StorageError ? `${error.reason}: ${error.message}` : String(error))
}
