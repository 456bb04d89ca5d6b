import { addNotes, boardRoots, deleteNotes, writeText } from '@vispera/board'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCompactor } from './open-compactor.ts'

const compactor = openCompactor()
afterAll(() => compactor.close())

function aBoard(notes: number) {
  const doc = new Y.Doc()
  const parts: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => parts.push(update))
  for (let at = 0; at < notes; at += 100) {
    addNotes(
      doc,
      Array.from({ length: 100 }, (_, index) => ({
        kind: 'idea',
        text: `note ${at + index}`,
        place: { x: at, y: index },
      })),
    )
  }
  return { doc, parts, vector: Y.encodeStateVector(doc) }
}

test('a log becomes a snapshot that says the same, without what was deleted', async () => {
  const { doc, parts } = aBoard(100)
  const [secret] = addNotes(doc, [{ kind: 'idea', text: 'a secret' }])
  deleteNotes(doc, [secret ?? ''])
  const made = await compactor.compact({ parts, vector: Y.encodeStateVector(doc), roots: boardRoots })
  const again = new Y.Doc()
  Y.applyUpdate(again, made.bytes)
  expect(again.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
  expect(Y.decodeStateVector(made.vector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  expect(Buffer.from(made.bytes).includes('a secret')).toBe(false)
  expect(parts.at(-1)?.length).toBeGreaterThan(0)
})

test('what is broken or lacks something is no snapshot, and the next job is done all the same', async () => {
  const { parts, vector } = aBoard(200)
  const roots = boardRoots
  await expect(compactor.compact({ parts: [Uint8Array.of(1, 2, 3)], vector, roots })).rejects.toThrow()
  await expect(compactor.compact({ parts: parts.slice(1), vector, roots })).rejects.toThrow('fit together')
  await expect(compactor.compact({ parts: parts.slice(0, 1), vector, roots })).rejects.toThrow('lacks')
  expect((await compactor.compact({ parts, vector, roots })).bytes.length).toBeGreaterThan(1000)
})

test('versions of one document are told apart by what they say, not by how they were written down', async () => {
  const { doc, parts } = aBoard(100)
  const whole = [Y.encodeStateAsUpdate(doc)]
  expect(await compactor.compare({ versions: [parts, whole], roots: boardRoots })).toBe(true)
  const [id] = addNotes(doc, [{ kind: 'idea', text: 'low' }])
  writeText(doc, id ?? '', 'high')
  expect(await compactor.compare({ versions: [parts, whole], roots: boardRoots })).toBe(false)
  expect(await compactor.compare({ versions: [parts, parts.slice(0, -1)], roots: boardRoots })).toBe(false)
})

test('many boards wait for their turn behind a large one', async () => {
  const large = aBoard(10_000)
  const small = aBoard(100)
  await compactor.compact({ ...small, roots: boardRoots })
  const made = await Promise.all([
    compactor.compact({ ...large, roots: boardRoots }),
    ...Array.from({ length: 5 }, () => compactor.compact({ ...small, roots: boardRoots })),
  ])
  expect(made.map(({ bytes }) => bytes.length > 0)).toEqual(made.map(() => true))
})
