import { type OpenDocument, openDocument, type SyncStatus } from '@vispera/sync/client'
import { onTestFinished } from 'vitest'
import { Doc } from 'yjs'
import type { TestServer } from './a-server.ts'

/** Somebody at our own client, as the web has it. */
export interface TestClient extends OpenDocument {
  /** Resolves once its status is such. */
  when(is: (status: SyncStatus) => boolean): Promise<void>
  /** Everything written here is on the server's disk. */
  saved(): Promise<void>
}

export function aClient(server: TestServer, document: string, token: string, doc = new Doc()): TestClient {
  const url = `${server.url.replace('http', 'ws')}/sync`
  const opened = openDocument({ url, document, token, doc, random: () => 0 })
  onTestFinished(opened.close)
  const when = (is: (status: SyncStatus) => boolean) =>
    new Promise<void>((resolve) => {
      const stop = opened.subscribe(look)
      look()
      function look() {
        if (!is(opened.status())) return
        stop()
        resolve()
      }
    })
  return { ...opened, when, saved: () => when(({ synced, pending }) => synced && pending === 0) }
}
