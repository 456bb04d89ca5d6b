import { addLinks, addNotes, deleteNotes, moveNotes, writeText } from '@vispera/board'
import { expect, it } from 'vitest'
import { Doc, type Transaction } from 'yjs'
import { touchedNotes } from './touched-notes.ts'

const step = (id: string) => ({ id, kind: 'step', text: id })

function aBoard() {
  const doc = new Doc()
  addNotes(doc, [step('a'), step('b')])
  const touchedBy = (change: () => void) => {
    let touched = { changed: new Set<string>(), added: [] as string[] }
    const listen = (transaction: Transaction) => {
      touched = touchedNotes(doc, transaction)
    }
    doc.on('afterTransaction', listen)
    change()
    doc.off('afterTransaction', listen)
    return { changed: [...touched.changed].sort(), added: touched.added }
  }
  return { doc, touchedBy }
}

it('a new note waits, and is known as made here', () => {
  const { doc, touchedBy } = aBoard()
  expect(touchedBy(() => addNotes(doc, [step('c')]))).toEqual({ changed: ['c'], added: ['c'] })
})

it('typing and moving make only that note wait', () => {
  const { doc, touchedBy } = aBoard()
  expect(touchedBy(() => writeText(doc, 'a', 'all of us'))).toEqual({ changed: ['a'], added: [] })
  expect(touchedBy(() => moveNotes(doc, [{ id: 'b', place: { x: 1, y: 2 } }]))).toEqual({
    changed: ['b'],
    added: [],
  })
})

it('a new link makes both of its notes wait', () => {
  const { doc, touchedBy } = aBoard()
  expect(touchedBy(() => addLinks(doc, [{ kind: 'needs', from: 'a', to: 'b' }])).changed).toEqual(['a', 'b'])
})

it('a deletion that is not sent yet counts, though the note is gone', () => {
  const { doc, touchedBy } = aBoard()
  expect(touchedBy(() => deleteNotes(doc, ['a']))).toEqual({ changed: ['a'], added: [] })
})
