import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openRooms } from '../rooms.ts'
import { aServer } from '../testing/a-server.ts'
import { eventually } from '../testing/eventually.ts'
import { aRandom } from '../testing/random.ts'
import { aTroubledStore } from '../testing/troubled-store.ts'
import { openDocument } from './open-document.ts'
import { openWire } from './wire.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

const document = 'w/board/a'
type Notes = Y.Map<Y.Map<unknown>>
const notesOf = (doc: Y.Doc): Notes => doc.getMap('notes')
const wordsOf = (note: Y.Map<unknown> | undefined) => note?.get('text') as Y.Text

function write(doc: Y.Doc, id: string, words: string) {
  notesOf(doc).set(
    id,
    new Y.Map<unknown>([
      ['text', new Y.Text(words)],
      ['state', 'shared'],
    ]),
  )
}

test('T15 two tabs come back after days offline: no note twice, no words lost, while others tidied and the server compacted', async () => {
  const { store } = aTroubledStore()
  const rooms = openRooms({ store, idleMs: 1, rules: () => ({ roots: { notes: 'map' } }) })
  const server = await aServer(rooms)
  cleanups.push(rooms.close, server.close)
  const connect = (token: string, doc = new Y.Doc(), generation = 0) => {
    const wire = openWire({ url: server.url, token, random: () => 0 })
    const opened = openDocument({ wire, document, doc, generation, random: () => 0 })
    const close = () => {
      opened.close()
      wire.close()
    }
    cleanups.push(close)
    const saved = () => eventually(() => expect(opened.status()).toMatchObject({ synced: true, pending: 0 }))
    return { doc, saved, close }
  }
  const before = connect('host')
  for (let n = 0; n < 60; n += 1) write(before.doc, `n${n}`, `note ${n}`)
  await before.saved()

  // Ana has it open in two tabs, and both go offline.
  const tabs = [connect('ana'), connect('ana')]
  for (const tab of tabs) await tab.saved()
  for (const tab of tabs) tab.close()
  const random = aRandom(15)
  const said: string[] = []
  for (const [name, { doc }] of tabs.entries()) {
    for (let edit = 0; edit < 300; edit += 1) {
      const word = ` ${'ab'[name]}${edit}.`
      const id = `n${Math.floor(random() * 60)}`
      if (edit % 10 === 0) write(doc, `tab${name}-${edit}`, word)
      else wordsOf(notesOf(doc).get(id)).insert(0, word)
      if (edit % 10 === 0 || Number(id.slice(1)) >= 40) said.push(word)
    }
  }

  // Meanwhile others delete, archive and write on the same notes; nobody is left, and it is compacted, twice.
  const compacted = async () => {
    await eventually(() => expect(rooms.stats().rooms).toBe(0))
    const stored = await store.load(document)
    expect([stored.snapshot === null, stored.tail.length]).toEqual([false, 0])
  }
  for (let n = 0; n < 20; n += 1) notesOf(before.doc).delete(`n${n}`)
  await before.saved()
  before.close()
  await compacted()
  const again = connect('host')
  await again.saved()
  for (let n = 20; n < 40; n += 1) notesOf(again.doc).get(`n${n}`)?.set('state', 'archived')
  for (let n = 40; n < 60; n += 1) wordsOf(notesOf(again.doc).get(`n${n}`)).insert(0, `host ${n}.`)
  await again.saved()
  again.close()
  await compacted()

  // Both come back, in new pages that hold what the device kept, under the generation that it was kept with.
  const back = tabs.map(({ doc }) => {
    const reopened = new Y.Doc()
    Y.applyUpdate(reopened, Y.encodeStateAsUpdate(doc))
    return connect('ana', reopened, 1)
  })
  for (const tab of back) await tab.saved()
  const fresh = connect('ben')
  await fresh.saved()
  const all = [...back, fresh].map(({ doc }) => doc)
  await eventually(() => {
    for (const doc of all) expect(notesOf(doc).toJSON()).toEqual(notesOf(fresh.doc).toJSON())
  })
  const notes = notesOf(fresh.doc)
  expect(notes.size).toBe(40 + 60)
  for (let n = 0; n < 20; n += 1) expect(notes.has(`n${n}`)).toBe(false)
  for (let n = 20; n < 40; n += 1) expect(notes.get(`n${n}`)?.get('state')).toBe('archived')
  for (let n = 40; n < 60; n += 1) expect(String(wordsOf(notes.get(`n${n}`)))).toContain(`host ${n}.`)
  const text = [...notes.values()].map((note) => String(wordsOf(note))).join('\n')
  for (const word of said) expect(text.split(word)).toHaveLength(2)
})
