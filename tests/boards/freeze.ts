// Freezes the worked example, led through an agenda, as today's code stores it: `node tests/boards/freeze.ts 2026-11`. Run it once for
// each structural change of the model, before the change; the file it writes must open for ever.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { readBoard, readThreads } from '../../packages/board/src/index.ts'
import {
  kindById,
  workedExample,
  writeExampleBoard,
  writeExampleThreads,
} from '../../packages/kinds/src/index.ts'
import { aLedStage, readLedStage } from './a-led-stage.ts'

const name = process.argv[2]
if (!name) throw new Error('say what to call it, for instance 2026-11')

const example = workedExample('en')
const base64 = (doc: Doc) => Buffer.from(encodeStateAsUpdate(doc)).toString('base64')
const boards = example.boards.map((board) => {
  const doc = new Doc()
  writeExampleBoard(doc, board)
  const read = readBoard(board, doc)
  const derived = kindById(board.kind)?.derive(read, { threads: [], boards: new Map() })
  return { id: board.id, kind: board.kind, title: board.title, update: base64(doc), read, derived }
})
const threads = new Doc()
writeExampleThreads(threads, example)
const stage = aLedStage(example.title, example.boards)
const file = join(import.meta.dirname, `${name}.json`)
writeFileSync(
  file,
  `${JSON.stringify({ title: example.title, boards, threads: { update: base64(threads), read: readThreads(threads) }, stage: { update: base64(stage), read: readLedStage(stage) } }, null, 1)}\n`,
)
console.log(`frozen: ${file}`)
