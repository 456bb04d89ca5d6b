import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { readBoard } from '../../packages/board/src/index.ts'
import { openSqliteStore, verifyDatabase } from '../../packages/storage/src/index.ts'

// A database as a release wrote it, packed with gzip: add one for each version of the schema, before the change.
// Each holds one workshop with a vision board of six notes and a link between two of them.
const frozen = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.db.gz'))
const texts = [
  'Bread at every corner',
  'Children cross alone',
  'Nobody waits for a bus',
  'We meet under the plane tree',
  'سوق الحي',
  'မြို့လယ်ဈေး',
]

test.each(frozen)('the database frozen as %s opens with all that was in it', async (packed) => {
  const folder = mkdtempSync(join(tmpdir(), 'vispera-frozen-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'vispera.db')
  writeFileSync(file, gunzipSync(readFileSync(join(import.meta.dirname, packed))))
  expect(await verifyDatabase(file)).toMatchObject({ problems: [], findings: [], documents: 2 })

  const store = await openSqliteStore({ file })
  onTestFinished(() => store.close())
  const [workshop] = await store.list('workshops')
  const [name = ''] = await store.documents(`${workshop?.key}/board`)
  const { snapshot, tail, generation } = await store.load(name)
  const doc = new Doc()
  for (const update of [...(snapshot ? [snapshot] : []), ...tail]) applyUpdate(doc, update)
  const board = readBoard({ id: 'board', kind: 'vision-board', title: '' }, doc)
  expect(board.notes.map(({ text }) => text).sort()).toEqual(texts)
  expect([board.links.length, board.leftOut, generation]).toEqual([1, 0, 1])
  expect(store.health()).toEqual({ writable: true, problem: null, damage: [] })
})
