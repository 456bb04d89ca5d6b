import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Store } from '../store.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function aStore(file: string): Promise<Store> {
  const store = await openSqliteStore({ file })
  onTestFinished(() => store.close())
  return store
}

/** Root without its right to write where the permissions say no; another user might not even reach our Node. */
const asAnybody = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']

/** Opens a file in another process, as somebody without special rights. */
function tryToOpen(file: string): string {
  const script = new URL('../testing/try-to-open.ts', import.meta.url).pathname
  const isRoot = process.getuid?.() === 0
  const [command = '', ...args] = [...(isRoot ? asAnybody : []), process.execPath, script, file]
  return execFileSync(command, args, { encoding: 'utf8' }).trim()
}

describe('on a disk that may not be written', () => {
  test('a new store says that storage is read-only', () => {
    const folder = aFolder()
    chmodSync(folder, 0o555)
    expect(tryToOpen(join(folder, 'vispera.db'))).toMatch(/^read-only: storage is read-only: /)
    expect(tryToOpen(join(folder, 'data', 'vispera.db'))).toMatch(/^read-only: storage is read-only: /)
  })

  test('a store that was written before says so too', async () => {
    const folder = aFolder()
    const file = join(folder, 'vispera.db')
    const store = await openSqliteStore({ file })
    await store.close()
    chmodSync(folder, 0o555)
    for (const name of [file, `${file}.lock`]) chmodSync(name, 0o444)
    expect(tryToOpen(file)).toMatch(/^read-only: storage is read-only: /)
  })
})

describe('after the power went', () => {
  const updates = Array.from({ length: 60 }, (_, index) => new Uint8Array(200 + index).fill(index))

  /** The files as they are on disk in the middle of work, with nothing said to SQLite. */
  async function filesInUse(): Promise<{ file: string; log: Buffer }> {
    const folder = aFolder()
    const file = join(folder, 'vispera.db')
    const store = await aStore(file)
    for (const update of updates) await store.append({ updates: [{ document: 'd', update }] })
    const copy = join(folder, 'copy.db')
    copyFileSync(file, copy)
    return { file: copy, log: readFileSync(`${file}-wal`) }
  }

  test('everything that was acknowledged is there', async () => {
    const { file, log } = await filesInUse()
    writeFileSync(`${file}-wal`, log)
    const store = await aStore(file)
    expect((await store.load('d')).tail).toEqual(updates)
  })

  test.each([1, 7, 500, 4096, 9000])(
    'a log torn by %i bytes keeps everything before the tear',
    async (torn) => {
      const { file, log } = await filesInUse()
      writeFileSync(`${file}-wal`, log)
      truncateSync(`${file}-wal`, log.length - torn)
      const store = await aStore(file)
      const { tail } = await store.load('d')
      expect(tail.length).toBeGreaterThan(50)
      expect(tail).toEqual(updates.slice(0, tail.length))
      await store.append({ updates: [{ document: 'd', update: Uint8Array.of(1) }] })
      expect((await store.load('d')).seq).toBe(tail.length + 1)
    },
  )

  test("a changed bit in the log is never served as somebody's words", async () => {
    const { file, log } = await filesInUse()
    for (let offset = 40; offset < log.length; offset += Math.floor(log.length / 6)) {
      const changed = Buffer.from(log)
      changed[offset] = (changed[offset] ?? 0) ^ 4
      const copy = `${file}.${offset}`
      copyFileSync(file, copy)
      writeFileSync(`${copy}-wal`, changed)
      const outcome = await openSqliteStore({ file: copy }).then(
        async (store) => {
          const loaded = await store.load('d').catch(() => null)
          await store.close()
          return loaded
        },
        () => null, // refused in words: fine
      )
      const tail = outcome?.tail ?? []
      expect(tail).toEqual(updates.slice(0, tail.length))
    }
  })
})
