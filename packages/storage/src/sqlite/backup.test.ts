import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDatabase, aFolder, aStore, tamper, update } from '../testing/a-database.ts'
import { backUp, manifestOf, verifyDatabase } from './backup.ts'

const aBoard = () =>
  aDatabase(async (store) => {
    for (const value of [1, 2, 3]) await store.append(update('w/board', value))
    await store.put('seats', 'w/a', { seat: 1 })
  })

test('a backup is a whole copy that says when it was made, and is for its owner only', async () => {
  const to = join(aFolder(), 'monday.db')
  const backup = await backUp(await aBoard(), to, () => new Date('2026-11-21T10:00:00Z'))
  expect(backup?.findings).toEqual([])
  expect(backup?.manifest).toMatchObject({
    format: 'vispera-backup',
    madeAt: '2026-11-21T10:00:00.000Z',
    documents: 1,
    records: 1,
  })
  expect(JSON.parse(readFileSync(manifestOf(to), 'utf8'))).toEqual(backup?.manifest)
  for (const file of [to, manifestOf(to)]) expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(await verifyDatabase(to)).toMatchObject({ problems: [], findings: [], documents: 1, records: 1 })
  const store = await aStore(to)
  expect((await store.load('w/board')).seq).toBe(3)
})

test('a backup is made while the database is being written, and holds what was acknowledged until it began', async () => {
  const file = join(aFolder(), 'vispera.db')
  const store = await aStore(file)
  let acknowledged = 0
  let isWriting = true
  const writing = (async () => {
    for (let value = 1; isWriting; value += 1) {
      await store.append(update('w/board', value % 256))
      acknowledged = value
    }
  })()
  const copies: { to: string; before: number; after: number }[] = []
  for (const name of ['one.db', 'two.db', 'three.db']) {
    const [to, before] = [join(aFolder(), name), acknowledged]
    await backUp(file, to)
    // Whoever is told after the copy may have been written before it.
    copies.push({ to, before, after: acknowledged + 1 })
  }
  isWriting = false
  await writing
  for (const { to, before, after } of copies) {
    const { tail, seq } = await (await aStore(to)).load('w/board')
    expect(seq).toBeGreaterThanOrEqual(before)
    expect(seq).toBeLessThanOrEqual(after)
    expect(tail.map(([byte]) => byte)).toEqual(tail.map((_, index) => (index + 1) % 256))
  }
})

test('a backup overwrites nothing', async () => {
  const to = join(aFolder(), 'monday.db')
  writeFileSync(to, 'my diary')
  expect(await backUp(await aBoard(), to)).toBeNull()
  expect(readFileSync(to, 'utf8')).toBe('my diary')
})

test('a backup of something that is no database of ours is refused, and nothing is left', async () => {
  const folder = aFolder()
  const [from, to] = [join(folder, 'notes.txt'), join(folder, 'monday.db')]
  await expect(backUp(from, to)).rejects.toMatchObject({ reason: 'unreadable' })
  writeFileSync(from, 'a letter to a friend, nothing more. '.repeat(200))
  await expect(backUp(from, to)).rejects.toMatchObject({ reason: 'foreign' })
  for (const name of [to, `${to}.partial`, manifestOf(to)]) expect(existsSync(name)).toBe(false)
})

test('a backup says what is damaged in it', async () => {
  const file = await aBoard()
  tamper(file, `UPDATE log SET bytes = x'ff' WHERE seq = 2`)
  const backup = await backUp(file, join(aFolder(), 'monday.db'))
  expect(backup?.findings).toEqual([
    { kind: 'document', document: 'w/board', what: 'update 2 is damaged', isServed: false },
  ])
})

test('one changed byte in a backup is noticed', async () => {
  const to = join(aFolder(), 'monday.db')
  await backUp(await aBoard(), to)
  const bytes = readFileSync(to)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  writeFileSync(to, bytes)
  const { problems } = await verifyDatabase(to)
  expect(problems[0]).toBe('it is not the file that its manifest describes')
})

test('a backup without its manifest is looked into all the same', async () => {
  const verified = await verifyDatabase(await aBoard())
  expect(verified).toMatchObject({ manifest: null, problems: [], documents: 1 })
})
