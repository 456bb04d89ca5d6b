import { addNotes, notesOf, openHistory, writeText } from '@vispera/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindWords, noteText } from './bind-words.ts'

/** A textarea without a page. */
class Field extends EventTarget {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  type(value: string, caret = value.length) {
    this.value = value
    this.setSelectionRange(caret, caret)
    this.dispatchEvent(new Event('input'))
  }
}

function writing(words: string) {
  const doc = new Y.Doc()
  addNotes(doc, [{ id: 'n', kind: 'idea', text: words }])
  const history = openHistory()
  history.track(doc)
  const field = new Field()
  const release = bindWords(field as unknown as HTMLTextAreaElement, noteText(doc, 'n', 'text', history))
  const shared = () => String(notesOf(doc).get('n')?.get('text'))
  return { doc, field, history, release, shared }
}

test('what is typed is shared at once, and undo takes it out of the field again', () => {
  const { field, shared, history } = writing('keys')
  field.type('keys on my belt')
  expect(shared()).toBe('keys on my belt')
  history.undo()
  expect([shared(), field.value]).toEqual(['keys', 'keys'])
})

test('what others write comes in and the caret and selection keep their letters', () => {
  const { doc, field } = writing('keys on my belt')
  field.setSelectionRange(8, 10)
  doc.transact(() => {
    writeText(doc, 'n', 'keys on my own belt')
    writeText(doc, 'n', 'the keys on my own belt')
  })
  expect(field.value).toBe('the keys on my own belt')
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('my')
})

test('nothing is written and nothing is replaced while somebody is composing', () => {
  const { doc, field, shared } = writing('rain')
  field.dispatchEvent(new Event('compositionstart'))
  field.type('rain မိုး')
  expect(shared()).toBe('rain')
  writeText(doc, 'n', 'the rain')
  expect(field.value).toBe('rain မိုး')
  field.dispatchEvent(new Event('compositionend'))
  expect([shared(), field.value]).toEqual(['the rain မိုး', 'the rain မိုး'])
  expect(field.selectionStart).toBe(field.value.length)
})

test('a composition that is interrupted keeps its words', () => {
  const { field, shared, release } = writing('')
  field.dispatchEvent(new Event('compositionstart'))
  field.type('نص')
  release()
  expect(shared()).toBe('نص')
})

test('a note deleted by somebody else takes nothing down with it', () => {
  const { doc, field, shared } = writing('keys')
  notesOf(doc).delete('n')
  field.type('keys and more')
  expect(shared()).toBe('undefined')
})

test('the first letter of a text that nobody has begun yet leaves the caret behind it', () => {
  const { doc, history } = writing('keys')
  const field = new Field()
  bindWords(field as unknown as HTMLTextAreaElement, noteText(doc, 'n', 'why', history))
  const shown: string[] = []
  Object.defineProperty(field, 'setSelectionRange', {
    value: (start: number) => shown.push(`caret ${start}`),
  })
  field.value = 'T'
  field.dispatchEvent(new Event('input'))
  expect([field.value, String(notesOf(doc).get('n')?.get('why')), shown]).toEqual(['T', 'T', []])
})
