import { notesOf } from '@vispera/board'
import { expect, it } from 'vitest'
import { Doc } from 'yjs'
import { addDrafts, readDrafts, removeDraft } from './drafts.ts'

const home = { board: 'vision', stage: 's4' }
const wordsOf = (doc: Doc) => readDrafts(doc, 'vision').map(({ text }) => text)

it('a draft says for which board and stage it is, and stays a draft until the reveal', () => {
  const doc = new Doc()
  const [id] = addDrafts(doc, home, [{ kind: 'idea', text: 'Keys on my own belt.' }])
  const [draft] = readDrafts(doc, 'vision')
  expect(draft).toMatchObject({ id, kind: 'idea', state: 'draft', fields: home })
  expect(readDrafts(doc, 'another')).toEqual([])
})

it('the newest draft stands first', () => {
  const doc = new Doc()
  addDrafts(doc, home, [{ kind: 'idea', text: 'one' }])
  addDrafts(doc, home, [{ kind: 'idea', text: 'two' }])
  expect(wordsOf(doc)).toEqual(['two', 'one'])
})

it('a draft that was taken away comes back whole, once', () => {
  const doc = new Doc()
  addDrafts(doc, home, [{ kind: 'idea', text: 'one', withdrawKey: 'ab', fields: { sense: 'see' } }])
  const [draft] = readDrafts(doc, 'vision')
  if (!draft) throw new Error('no draft')
  const restore = removeDraft(doc, draft)
  expect(notesOf(doc).size).toBe(0)
  restore()
  restore()
  expect(readDrafts(doc, 'vision')).toEqual([draft])
})
