import {
  addLinks,
  addNotes,
  deleteNotes,
  editNotes,
  linksOf,
  moveNotes,
  noteMapOf,
  notesOf,
  setSetting,
  settingsOf,
  writeText,
} from '@vispera/board'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Doc, Map as YMap } from 'yjs'
import { aPerson, type TestPerson, until } from '../testing/a-person.ts'
import { aSeat, aServer, aWorkshop, type TestServer } from '../testing/a-server.ts'

let server: TestServer
const people: TestPerson[] = []
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => {
  for (const person of people) person.leave()
  await server.stop()
})

async function aBackcast() {
  const workshop = await aWorkshop(server, { title: 'Harbour', boards: [{ kind: 'victory-backcast' }] })
  const join = async (role: 'participant' | 'facilitator') => {
    const seat = await aSeat(server, workshop, role)
    const person = aPerson(server, seat.documents.boards[0]?.document ?? '', seat.token)
    people.push(person)
    await person.synced()
    return person
  }
  const [amina, rosa] = [await join('participant'), await join('facilitator')]
  const [note] = addNotes(rosa.doc, [{ kind: 'step', text: 'Count the boats', place: null }])
  await until(amina, () => notesOf(amina.doc).has(note ?? ''))
  return { amina, rosa, note: note ?? '' }
}

const wordsOf = (doc: Doc, id: string) => noteMapOf(doc, id)?.get('text')?.toString()
const raw = (doc: Doc) => notesOf(doc) as YMap<unknown>

/** What somebody writes is seen by the other only together with what was taken back of it. */
async function seenAfter(from: TestPerson, to: TestPerson, change: (doc: Doc) => void) {
  from.doc.transact(() => change(from.doc))
  const [sign] = addNotes(from.doc, [{ kind: 'step', text: 'sign' }])
  await until(to, () => notesOf(to.doc).has(sign ?? ''))
  deleteNotes(from.doc, [sign ?? ''])
  await until(to, () => !notesOf(to.doc).has(sign ?? ''))
  expect(notesOf(from.doc).toJSON()).toEqual(notesOf(to.doc).toJSON())
  expect([from, to].map(({ provider }) => provider.wsconnected)).toEqual([true, true])
}

test('honest work passes as it is', async () => {
  const { amina, rosa, note } = await aBackcast()
  await seenAfter(amina, rosa, (doc) => {
    const [other] = addNotes(doc, [
      { id: 'other', kind: 'gap', text: 'No money', fields: { own: { any: [1] } } },
    ])
    addLinks(doc, [{ id: 'link', kind: 'needs', from: note, to: other ?? '' }])
    moveNotes(doc, [{ id: note, place: { x: 3, y: 4 } }])
    editNotes(doc, [note], { color: 'sky', kind: 'gap' })
    writeText(doc, 'victory', 'The harbour is ours')
  })
  expect(raw(rosa.doc).toJSON()).toMatchObject({
    [note]: { kind: 'gap', color: 'sky', place: { x: 3, y: 4 } },
    other: { text: 'No money', own: { any: [1] } },
    victory: { text: 'The harbour is ours' },
  })
  expect(linksOf(rosa.doc).has('link')).toBe(true)
})

test('what nobody could read does not stand', async () => {
  const { amina, rosa, note } = await aBackcast()
  const before = raw(rosa.doc).toJSON()
  await seenAfter(amina, rosa, (doc) => {
    raw(doc).set('no-kind', 'words')
    noteMapOf(doc, note)?.delete('kind')
    noteMapOf(doc, note)?.set('place', 'nowhere')
    linksOf(doc).set('broken', { from: 1 })
  })
  expect(raw(rosa.doc).toJSON()).toEqual(before)
  expect(linksOf(rosa.doc).has('broken')).toBe(false)
})

test('cards of the method are neither deleted, replaced nor moved', async () => {
  const { amina, rosa, note } = await aBackcast()
  writeText(rosa.doc, 'victory', 'The harbour is ours')
  await until(amina, () => wordsOf(amina.doc, 'victory') === 'The harbour is ours')
  const before = raw(rosa.doc).toJSON()
  await seenAfter(amina, rosa, (doc) => moveNotes(doc, [{ id: 'victory', place: { x: 1, y: 1 } }]))
  await seenAfter(amina, rosa, (doc) => deleteNotes(doc, ['instant-before']))
  await seenAfter(amina, rosa, (doc) => raw(doc).set('victory', noteMapOf(doc, note)?.clone()))
  expect(raw(rosa.doc).toJSON()).toEqual(before)
})

test('words that the group has settled come back, and what somebody wrote while away becomes a note of its own', async () => {
  const { amina, rosa } = await aBackcast()
  writeText(rosa.doc, 'victory', 'The harbour is ours')
  await until(amina, () => wordsOf(amina.doc, 'victory') === 'The harbour is ours')
  const before = notesOf(rosa.doc).size
  amina.provider.disconnect()
  writeText(amina.doc, 'victory', 'The harbour is theirs')
  setSetting(rosa.doc, 'locked.victory', true)
  amina.provider.connect()
  await until(amina, () => settingsOf(amina.doc).get('locked.victory') === true)
  await until(amina, () => wordsOf(amina.doc, 'victory') === 'The harbour is ours')
  await until(rosa, () => Object.values(raw(rosa.doc).toJSON()).length > before)
  expect(Object.values(raw(rosa.doc).toJSON())).toContainEqual(
    expect.objectContaining({ text: 'The harbour is theirs', late: true, kind: 'step' }),
  )
  await seenAfter(amina, rosa, (doc) => setSetting(doc, 'locked.victory', null))
  expect(settingsOf(rosa.doc).get('locked.victory')).toBe(true)
  expect(wordsOf(rosa.doc, 'victory')).toBe('The harbour is ours')
  await seenAfter(rosa, amina, (doc) => setSetting(doc, 'locked.victory', null))
  await seenAfter(amina, rosa, (doc) => writeText(doc, 'victory', 'The harbour is everyone’s'))
  expect(wordsOf(rosa.doc, 'victory')).toBe('The harbour is everyone’s')
})
