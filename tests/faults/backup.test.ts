import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Doc } from 'yjs'
import { openDocument, openWire } from '../../packages/sync/src/client/index.ts'
import { type Joined, makeWorkshop } from './a-workshop.ts'
import { openCounted, openPlain, socketClass, textsOf, writeNote } from './people.ts'
import { realServer, startProcess } from './server-process.ts'

const command = ['--disable-warning=ExperimentalWarning', 'apps/server/src/vispera.ts']
const vispera = async (data: string, ...args: string[]) => {
  const env = { ...process.env, VISPERA_DATA: data, DATABASE_URL: '' }
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...args], { env })
  return stdout
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes one note after the other, each once the one before is saved, until told to stop. */
function keepWriting(name: string, person: ReturnType<typeof openCounted>) {
  let saved = 0
  let isOver = false
  const writing = (async () => {
    while (!isOver) {
      writeNote(person.doc, `${name}-${saved}`, name)
      await vi.waitFor(() => expect(person.status()).toMatchObject({ synced: true, pending: 0 }), {
        timeout: 20_000,
        interval: 2,
      })
      saved += 1
    }
  })()
  const stop = () => {
    isOver = true
    return writing
  }
  return { name, saved: () => saved, stop }
}

test('backups made while two people write hold, of each, everything saved before and nothing with a hole', {
  timeout: 120_000,
}, async () => {
  const [data, kept] = [aFolder(), aFolder()]
  const server = await startProcess(realServer, 8341, data)
  onTestFinished(server.kill)
  const joinAs = await makeWorkshop(server.url)
  const people: { seat: Joined; writing: ReturnType<typeof keepWriting> }[] = []
  for (const name of ['ana', 'ben']) {
    const seat = await joinAs('participant')
    const person = openCounted(server.url, seat)
    onTestFinished(person.close)
    people.push({ seat, writing: keepWriting(name, person) })
  }
  const grown = (by: number) =>
    vi.waitFor(() => {
      for (const { writing } of people) expect(writing.saved()).toBeGreaterThan(by)
    }, 30_000)

  const backups: { file: string; before: number[]; after: number[] }[] = []
  for (const round of [1, 2]) {
    await grown(round * 5)
    const file = join(kept, `${round}.db`)
    const before = people.map(({ writing }) => writing.saved())
    expect(await vispera(data, 'backup', file)).toContain('Backup made')
    backups.push({ file, before, after: people.map(({ writing }) => writing.saved()) })
  }
  for (const { writing } of people) await writing.stop()
  await server.stop()

  for (const { file, before, after } of backups) {
    expect(await vispera(data, 'verify', file)).toContain('Everything in it can be read.')
    const fresh = aFolder()
    expect(await vispera(join(fresh, 'data'), 'restore', file)).toContain('Taken back')
    const again = await startProcess(realServer, 8342, join(fresh, 'data'))
    const late = openPlain(again.url, people[0]?.seat ?? { token: '', board: '' })
    await late.synced
    const notes = [...textsOf(late.doc).keys()]
    for (const [index, { writing }] of people.entries()) {
      const count = notes.filter((id) => id.startsWith(writing.name)).length
      expect(count).toBeGreaterThanOrEqual(before[index] ?? 0)
      // The note being saved when the backup ended may be in it already.
      expect(count).toBeLessThanOrEqual((after[index] ?? 0) + 1)
      const prefix = Array.from({ length: count }, (_, number) => `${writing.name}-${number}`)
      expect(prefix.filter((id) => !notes.includes(id))).toEqual([])
    }
    late.close()
    await again.stop()
  }
})

test('what a device has from after the backup that was taken back is not merged into it in silence', {
  timeout: 60_000,
}, async () => {
  const [data, kept] = [aFolder(), aFolder()]
  const server = await startProcess(realServer, 8344, data)
  onTestFinished(server.kill)
  const joinAs = await makeWorkshop(server.url)
  const seat = await joinAs('participant')
  const options = {
    url: `${server.url.replace('http', 'ws')}/sync`,
    token: seat.token,
    WebSocket: socketClass,
  }
  const wire = openWire(options)
  onTestFinished(wire.close)
  const open = () => openDocument({ wire, document: seat.board, doc: new Doc() })
  const old = open()
  const saved = () =>
    vi.waitFor(() => expect(old.status()).toMatchObject({ synced: true, pending: 0 }), 20_000)
  await saved()
  writeNote(old.doc, 'before', 'in the backup')
  await saved()
  await vispera(data, 'backup', join(kept, 'now.db'))
  writeNote(old.doc, 'after', 'on this device only')
  await saved()
  await server.stop()
  expect(await vispera(data, 'restore', join(kept, 'now.db'), '--force')).toContain('is kept as')

  const again = await startProcess(realServer, 8344, data)
  onTestFinished(again.kill)
  await vi.waitFor(() => expect(old.status().closed?.code).toBe(4409), 30_000)
  const fresh = open()
  onTestFinished(fresh.close)
  await vi.waitFor(() => expect(fresh.status()).toMatchObject({ synced: true }), 20_000)
  expect([...textsOf(fresh.doc).keys()]).toEqual(['before'])
  expect([...textsOf(old.doc).keys()].sort()).toEqual(['after', 'before'])
  old.close()
})

test('a running server keeps its database from being replaced or repaired under it', async () => {
  const [data, kept] = [aFolder(), aFolder()]
  const server = await startProcess(realServer, 8343, data)
  onTestFinished(server.kill)
  await makeWorkshop(server.url)
  const file = join(kept, 'now.db')
  await vispera(data, 'backup', file)
  for (const args of [
    ['restore', file, '--force'],
    ['repair', '--document', 'x'],
  ]) {
    await expect(vispera(data, ...args)).rejects.toMatchObject({
      stderr: expect.stringContaining('Stop it first; nothing was changed.'),
    })
  }
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})
