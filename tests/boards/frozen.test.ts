import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { type Board, readBoard, readThreads } from '../../packages/board/src/index.ts'
import { kindById } from '../../packages/kinds/src/index.ts'
import { readLedStage } from './a-led-stage.ts'

interface Frozen {
  boards: {
    id: string
    kind: string
    title: string
    update: string
    read: Board
    derived: { depth?: object }
  }[]
  threads: { update: string; read: ReturnType<typeof readThreads> }
  /** Since there is facilitation. */
  stage?: { update: string; read: ReturnType<typeof readLedStage> }
}

const folder = import.meta.dirname
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))

const thaw = (update: string): Doc => {
  const doc = new Doc()
  applyUpdate(doc, Buffer.from(update, 'base64'))
  return doc
}
/** Notes and links in an order that no release promises to keep. */
const byId = <T extends { id: string }>(records: readonly T[]) =>
  Object.fromEntries(records.map((record) => [record.id, record]))

it('there is at least one frozen workshop', () => {
  expect(files.length).toBeGreaterThan(0)
})

describe.each(files)('the workshop frozen as %s', (file) => {
  const frozen = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Frozen

  it.each(frozen.boards)('still opens its board $title whole', ({ id, kind, title, update, read }) => {
    const board = readBoard({ id, kind, title }, thaw(update))
    expect(board.leftOut).toBe(0)
    expect(byId(board.notes)).toEqual(byId(read.notes))
    expect(byId(board.links)).toEqual(byId(read.links))
    expect(board.settings).toEqual(read.settings)
  })

  it.each(frozen.boards)('still has the kind of $title, and its path is as deep as it was', (one) => {
    const kind = kindById(one.kind)
    const derived = kind?.derive(readBoard(one, thaw(one.update)), { threads: [], boards: new Map() })
    expect(derived).toBeDefined()
    if (one.derived.depth) expect(derived?.depth).toEqual(one.derived.depth)
  })

  it('still has every link across its boards', () => {
    const threads = readThreads(thaw(frozen.threads.update))
    expect(threads.leftOut).toBe(0)
    expect(byId(threads.links)).toEqual(byId(frozen.threads.read.links))
  })

  it.runIf(frozen.stage)('still has its agenda, votes, decisions, groups and gatherings', () => {
    if (frozen.stage) expect(readLedStage(thaw(frozen.stage.update))).toEqual(frozen.stage.read)
  })
})
