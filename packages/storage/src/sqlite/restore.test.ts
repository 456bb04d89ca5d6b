import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { aDatabase, aFolder, aStore, tamper, update } from '../testing/a-database.ts'
import { backUp, manifestOf } from './backup.ts'
import { restoreBackup } from './restore.ts'

let file: string
let backup: string

/** A database with a backup of it; then somebody went on writing. */
beforeEach(async () => {
  file = await aDatabase((store) => store.append(update('w/board', 1)))
  backup = join(aFolder(), 'monday.db')
  await backUp(file, backup)
  const store = await aStore(file)
  await store.append(update('w/board', 2))
  await store.append(update('w/threads', 3))
  await store.close()
})

test('what was in the backup is there, under another generation, and what came after it is kept aside', async () => {
  const restored = await restoreBackup({ backup, file, force: true })
  const store = await aStore(file)
  const { tail, generation } = await store.load('w/board')
  expect(tail).toEqual([Uint8Array.of(1)])
  expect(generation).not.toBe(1)
  const aside = await aStore(restored?.replaced ?? '')
  expect(await aside.load('w/board')).toMatchObject({ seq: 2, generation: 1 })
})

test('a document that was made after the backup is not taken for the one that is made now', async () => {
  await restoreBackup({ backup, file, force: true })
  const store = await aStore(file)
  const { seq, generation } = await store.load('w/threads')
  expect(seq).toBe(0)
  expect(generation).not.toBe(1)
  await store.append(update('w/threads', 4))
  expect((await store.load('w/threads')).generation).toBe(generation)
})

test('the same backup taken back twice is another history each time', async () => {
  const generations = new Set<number>()
  for (let time = 0; time < 3; time += 1) {
    await restoreBackup({ backup, file, force: true, now: () => new Date(Date.UTC(2026, 0, time + 1)) })
    const store = await aStore(file)
    generations.add((await store.load('w/board')).generation)
    await store.close()
  }
  expect(generations.size).toBe(3)
})

test('a backup opens in an empty place', async () => {
  const fresh = join(aFolder(), 'data', 'vispera.db')
  expect(await restoreBackup({ backup, file: fresh, force: false })).toMatchObject({
    documents: 1,
    replaced: null,
  })
  expect((await (await aStore(fresh)).load('w/board')).seq).toBe(1)
})

test('a database that is there is left alone unless told otherwise', async () => {
  const before = readFileSync(file)
  expect(await restoreBackup({ backup, file, force: false })).toBeNull()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a database that a server has open is left alone, whatever one is told', async () => {
  await aStore(file)
  await expect(restoreBackup({ backup, file, force: true })).rejects.toMatchObject({ reason: 'in-use' })
})

test('a backup of a newer version, a damaged one and something else are refused in words', async () => {
  const before = readFileSync(file)
  const refusal = (given: string) => restoreBackup({ backup: given, file, force: true })
  const newer = join(aFolder(), 'newer.db')
  writeFileSync(newer, readFileSync(backup))
  tamper(newer, 'PRAGMA user_version = 99')
  await expect(refusal(newer)).rejects.toMatchObject({ reason: 'newer-version' })
  writeFileSync(backup, readFileSync(backup).subarray(0, 9000))
  await expect(refusal(backup)).rejects.toMatchObject({ reason: 'damaged' })
  await expect(refusal(manifestOf(backup))).rejects.toMatchObject({ reason: 'foreign' })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(existsSync(`${file}.restoring`)).toBe(false)
})

test('what a server that was killed had not put into the database yet is kept aside too', async () => {
  const store = await aStore(file)
  await store.append(update('w/board', 3))
  const killed = join(aFolder(), 'vispera.db')
  for (const part of ['', '-wal']) writeFileSync(`${killed}${part}`, readFileSync(`${file}${part}`))
  const restored = await restoreBackup({ backup, file: killed, force: true })
  const aside = await aStore(restored?.replaced ?? '')
  expect((await aside.load('w/board')).seq).toBe(3)
  expect((await (await aStore(killed)).load('w/board')).seq).toBe(1)
})
