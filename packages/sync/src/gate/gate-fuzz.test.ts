import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { holdDocument } from '../held-document.ts'
import { withDefaults } from '../rules.ts'
import { mutated } from '../testing/mutated.ts'
import { aRandom } from '../testing/random.ts'
import { randomEdit } from '../testing/random-edit.ts'
import { examineUpdate } from './examine-update.ts'

const rules = withDefaults({ roots: { notes: 'map', order: 'array' } })

/** A document as the room holds it, one honest reader, and a log to load it from again. */
function aDocument() {
  const held = holdDocument({ snapshot: null, tail: [], seq: 0, generation: 1 }, rules, () => 4_000_000_000)
  const owners = new Map<number, string>()
  const reader = new Y.Doc()
  const log: Uint8Array[] = []
  const take = (update: Uint8Array, participant: string) => {
    const context = { doc: held.doc(), rules, participant, ownerOf: (client: number) => owners.get(client) }
    const verdict = examineUpdate(update, 'update', context)
    if (verdict.kind !== 'accepted') return verdict.kind
    const { updates } = held.apply([], (doc) => Y.applyUpdate(doc, verdict.update))
    for (const client of verdict.newClients) owners.set(client, participant)
    held.commit(updates, held.seq() + updates.length)
    log.push(...updates)
    for (const made of updates) Y.applyUpdate(reader, made)
    return verdict.kind
  }
  return { held, reader, log, take }
}

const contents = (doc: Y.Doc) => ({
  notes: doc.getMap('notes').toJSON(),
  order: doc.getArray('order').toJSON(),
})

function reloaded(log: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of log) Y.applyUpdate(doc, update)
  return doc
}

test('P31 of thousands of honest updates none is refused', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const random = aRandom(seed)
    const { held, take } = aDocument()
    const people = ['ana', 'ben', 'carla'].map((name) => ({
      name,
      doc: new Y.Doc(),
      sent: [] as Uint8Array[],
    }))
    for (const { doc, sent } of people) {
      doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'room' && sent.push(update))
    }
    for (let round = 0; round < 100; round += 1) {
      for (const { name, doc, sent } of people) {
        for (let edit = 0; edit < 3; edit += 1) randomEdit(doc, random)
        for (const update of sent.splice(0)) expect(['accepted', 'nothing']).toContain(take(update, name))
        if (random() < 0.5)
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(held.doc(), Y.encodeStateVector(doc)), 'room')
      }
    }
    for (const { doc } of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(held.doc()), 'room')
    for (const { doc } of people) expect(contents(doc)).toEqual(contents(held.doc()))
  }
})

test('P32 of 30,000 mutated updates none breaks the document, hangs or is half applied', {
  timeout: 60_000,
}, () => {
  const random = aRandom(20_261_121)
  const counts = { accepted: 0, nothing: 0, refused: 0 }
  let longestMs = 0
  for (let round = 0; round < 30; round += 1) {
    const { held, reader, log, take } = aDocument()
    const honest = honestUpdates(random)
    for (const update of honest.slice(0, 60)) take(update, 'ana')
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const original = honest[Math.floor(random() * honest.length)] ?? new Uint8Array()
      const before = log.length
      const startedAt = performance.now()
      const outcome = take(mutated(original, random), random() < 0.5 ? 'ana' : 'mallory')
      longestMs = Math.max(longestMs, performance.now() - startedAt)
      counts[outcome] += 1
      if (outcome !== 'accepted') expect(log.length).toBe(before)
    }
    expect([held.doc().store.pendingStructs, held.doc().store.pendingDs]).toEqual([null, null])
    expect(contents(reader)).toEqual(contents(held.doc()))
    expect(contents(reloaded(log))).toEqual(contents(held.doc()))
  }
  expect(counts.accepted + counts.nothing + counts.refused).toBe(30_000)
  expect(counts.refused).toBeGreaterThan(15_000)
  expect(longestMs).toBeLessThan(1000)
})

/** Single updates and merged ones, as a client sends them over a session. */
function honestUpdates(random: () => number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 1 + Math.floor(random() * 1000)
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  for (let edit = 0; edit < 90; edit += 1) randomEdit(doc, random)
  return [...sent, Y.mergeUpdates(sent), Y.encodeStateAsUpdate(doc)]
}
