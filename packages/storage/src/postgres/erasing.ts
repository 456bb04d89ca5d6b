import type { Ask } from './line.ts'

/** What is to be erased within this time is erased together. */
const soonMs = 5_000

/**
 * PostgreSQL keeps a deleted row in its file until a VACUUM has taken it out, so one follows deletions soon, and every
 * start, for what the process before left undone. Bytes can lie in the free space of a page until something else is written there, and in the write-ahead log, replicas
 * and backups for as long as these are kept: that is the operator's (docs/several-machines.md).
 */
export function createErasing(ask: Ask) {
  let timer: NodeJS.Timeout | null = null
  let erasing: Promise<void> = Promise.resolve()

  async function erase() {
    // Whatever stands in its way, autovacuum comes by later.
    for (const table of ['log', 'snapshot', 'document'])
      await ask({ text: `VACUUM vispera.${table}` }).catch(() => {})
  }

  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = null
        erasing = erasing.then(erase)
      }, soonMs)
      timer.unref()
    },
    close() {
      clearTimeout(timer ?? undefined)
    },
  }
}
