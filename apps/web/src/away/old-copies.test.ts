import { addNotes, deleteNotes, writeText } from '@vispera/board'
import { expect, it } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { docOf, fileOf, onlyIn } from './old-copies.ts'

const step = (id: string, text = id) => ({ id, kind: 'step', text })

function twoHistories() {
  const old = new Doc()
  addNotes(old, [step('same'), step('changed'), step('lost'), step('empty', '')])
  const now = new Doc()
  applyUpdate(now, encodeStateAsUpdate(old))
  return { old, now }
}

it('what stands only in an old copy is what the new one lacks or says otherwise, and has words', () => {
  const { old, now } = twoHistories()
  deleteNotes(now, ['lost', 'empty'])
  writeText(old, 'changed', 'changed while away')
  addNotes(now, [step('new')])
  expect(onlyIn(old, now).sort()).toEqual(['changed while away', 'lost'])
  expect(onlyIn(now, now)).toEqual([])
})

it('an old copy is read as it was set aside', () => {
  const { old } = twoHistories()
  const read = docOf({ document: 'w/board/b', copy: encodeStateAsUpdate(old), why: 'set-back' })
  expect(onlyIn(read, old)).toEqual([])
})

it('the file names each board above its notes', async () => {
  const words = [
    { title: 'Vision', texts: ['Low tide', 'مد'] },
    { title: '', texts: ['mine'] },
  ]
  expect(await fileOf('Not sent', 'My own', words).text()).toBe(
    'Not sent\n\n\nVision\n\nLow tide\n\nمد\n\n\nMy own\n\nmine\n',
  )
})
