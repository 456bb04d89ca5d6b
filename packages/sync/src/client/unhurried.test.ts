import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  acknowledgeFrame,
  emptyUpdate,
  isEmptyUpdate,
  numberedUpdateFrame,
  presenceFrame,
  readTold,
  step2Frame,
  updateFrame,
} from '../frames.ts'
import { eventually } from '../testing/eventually.ts'
import { createUnhurried } from './unhurried.ts'

/** A document that is worth taking in by pieces, as one update. */
function aLargeUpdate() {
  const doc = new Y.Doc()
  const notes = doc.getMap('notes')
  for (let n = 0; n < 3_000; n += 1) notes.set(`n${n}`, new Y.Map([['text', new Y.Text(`note ${n}`)]]))
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}

/** What was handed on, and the document that somebody makes of it. */
function aReader(handed = () => {}) {
  const handedOn: Uint8Array[] = []
  const doc = new Y.Doc()
  const reader = createUnhurried((message) => {
    handedOn.push(message)
    handed()
    const told = readTold(message)
    if (told.kind === 'step2' || told.kind === 'update') Y.applyUpdate(doc, told.update)
  })
  return { ...reader, handedOn, doc, told: () => handedOn.map(readTold) }
}

const presence = presenceFrame(Uint8Array.of(0))

describe('messages taken in without hurry', () => {
  test('are handed on at once while they are small', () => {
    const reader = aReader()
    reader.receive(presence)
    reader.receive(updateFrame(Uint8Array.of(0, 0)))
    expect(reader.handedOn).toHaveLength(2)
  })

  test('P12 a large SyncStep2 comes as updates and an empty SyncStep2 behind them', async () => {
    const { doc, update } = aLargeUpdate()
    const reader = aReader()
    reader.receive(step2Frame(update))
    expect(reader.handedOn).toHaveLength(0)
    await eventually(() => expect(reader.told().at(-1)?.kind).toBe('step2'))
    const told = reader.told()
    expect(told.length).toBeGreaterThan(10)
    expect(new Set(told.slice(0, -1).map(({ kind }) => kind))).toEqual(new Set(['update']))
    const last = told.at(-1)
    expect(last?.kind === 'step2' && isEmptyUpdate(last.update)).toBe(true)
    expect(reader.doc.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
  })

  test('the number that an update reaches is told once all of it is there', async () => {
    const { update } = aLargeUpdate()
    const reader = aReader()
    reader.receive(numberedUpdateFrame(update, 7))
    await eventually(() => expect(reader.told().at(-1)).toMatchObject({ kind: 'update', reached: 7 }))
    expect(reader.told().filter((told) => told.kind === 'update' && told.reached !== null)).toHaveLength(1)
  })

  test('keep their order behind a large one', async () => {
    const { update } = aLargeUpdate()
    const reader = aReader()
    reader.receive(step2Frame(update))
    reader.receive(presence)
    reader.receive(acknowledgeFrame(3))
    await eventually(() => expect(reader.told().at(-1)?.kind).toBe('acknowledged'))
    expect(reader.told().map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: reader.handedOn.length - 3 }, () => 'update'),
      'step2',
      'other',
      'acknowledged',
    ])
  })

  test('are forgotten once somebody has left, and never handed on later', async () => {
    const { update } = aLargeUpdate()
    const reader = aReader(() => reader.stop())
    reader.receive(step2Frame(update))
    await eventually(() => expect(reader.handedOn.length).toBeGreaterThan(0))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(reader.told().map(({ kind }) => kind)).toEqual(['update'])
  })

  test('hold what cannot be cut: then the update is handed on as it came', async () => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('bytes', new Uint8Array(60_000))
    const whole = Y.encodeStateAsUpdate(doc)
    const reader = aReader()
    reader.receive(step2Frame(whole))
    await eventually(() => expect(reader.handedOn).toEqual([updateFrame(whole), step2Frame(emptyUpdate)]))
  })
})
