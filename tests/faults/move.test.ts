import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Doc } from 'yjs'
import { startPostgres } from '../../packages/storage/src/testing/index.ts'
import { openDocument, openWire } from '../../packages/sync/src/client/index.ts'
import { makeWorkshop } from './a-workshop.ts'
import { openPlain, socketClass, textsOf, writeNote } from './people.ts'
import { realServer, startProcess } from './server-process.ts'

const command = ['--disable-warning=ExperimentalWarning', 'apps/server/src/vispera.ts']

test('a workshop moves from the file of one machine into PostgreSQL, and for people it is a reconnect', {
  timeout: 120_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'vispera-move-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const postgres = await startPostgres()
  onTestFinished(() => postgres.remove())
  const DATABASE_URL = await postgres.database()
  const vispera = async (environment: Readonly<Record<string, string>>) => {
    const env = { ...process.env, DATABASE_URL: '', VISPERA_DATA: data, ...environment }
    return (await promisify(execFile)(process.execPath, [...command, 'move'], { env })).stdout
  }

  const server = await startProcess(realServer, 8346, data)
  onTestFinished(server.kill)
  const sit = await makeWorkshop(server.url)
  const seat = await sit('participant')
  const { token } = seat
  const wire = openWire({ url: `${server.url.replace('http', 'ws')}/sync`, token, WebSocket: socketClass })
  onTestFinished(wire.close)
  const mine = openDocument({ wire, document: seat.board, doc: new Doc() })
  onTestFinished(mine.close)
  const saved = () =>
    vi.waitFor(() => expect(mine.status()).toMatchObject({ synced: true, pending: 0 }), 30_000)
  await saved()
  for (let index = 0; index < 30; index += 1) writeNote(mine.doc, `n${index}`, `words ${index}`)
  await saved()
  await expect(vispera({ DATABASE_URL })).rejects.toMatchObject({
    stderr: expect.stringContaining('Stop it first; nothing was changed.'),
  })
  await expect(vispera({})).rejects.toMatchObject({ stderr: expect.stringContaining('Set DATABASE_URL') })
  await server.stop()
  writeNote(mine.doc, 'meanwhile', 'written while nobody served')
  expect(await vispera({ DATABASE_URL })).toContain('records are in the database now')
  await expect(vispera({ DATABASE_URL })).rejects.toMatchObject({
    stderr: expect.stringContaining('nothing was moved'),
  })

  const node = await startProcess(realServer, 8346, `${data}/node`, {
    DATABASE_URL,
    VISPERA_PEPPER_FILE: join(data, 'pepper'),
  })
  onTestFinished(node.kill)
  await saved()
  expect(mine.status().closed).toBeNull()
  // The same link, the same seat, and somebody new.
  for (const somebody of [seat, await sit('observer')]) {
    const other = openPlain(node.url, somebody)
    await other.synced
    await vi.waitFor(() => expect(textsOf(other.doc)).toEqual(textsOf(mine.doc)))
    expect(textsOf(other.doc).size).toBe(31)
    other.close()
  }
})
