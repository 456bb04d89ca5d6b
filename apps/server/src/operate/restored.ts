import { openPostgresStore } from '@vispera/storage'

/**
 * PostgreSQL has backups of its own. Once one was taken back, every document is given another generation, so that
 * what devices have from after it is never merged into it in silence. No server may run. Answers the exit code.
 */
export async function markRestored(url: string, say: (line: string) => void): Promise<number> {
  const store = await openPostgresStore({ url })
  try {
    let count = 0
    for (const { key } of await store.list('workshops')) {
      for (const document of await store.documents(`${key}/`)) {
        await store.newGeneration(document)
        count += 1
      }
    }
    say(`${count} documents have another generation now. Servers may be started.`)
    return 0
  } finally {
    await store.close()
  }
}
