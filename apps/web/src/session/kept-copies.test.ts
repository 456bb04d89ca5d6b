import { beforeEach, expect, it, vi } from 'vitest'
import { forgetCopies, forgetOldCopies, rememberCopy } from './kept-copies.ts'

const deleted: string[] = []
const day = 24 * 60 * 60 * 1000

beforeEach(() => {
  deleted.length = 0
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => deleted.push(name) })
  forgetCopies(() => true)
  deleted.length = 0
})

it('copies that nobody has used for two days go, and no others', () => {
  rememberCopy('vispera/amina/w1/board/a')
  forgetOldCopies(Date.now() + day)
  expect(deleted).toEqual([])
  forgetOldCopies(Date.now() + 3 * day)
  expect(deleted).toEqual(['vispera/amina/w1/board/a'])
})

it('what was forgotten is not deleted twice', () => {
  rememberCopy('vispera/amina/w1/board/a')
  rememberCopy('vispera/amina/w2/board/a')
  forgetCopies((name) => name.includes('/w1/'))
  forgetCopies((name) => name.includes('/w1/'))
  expect(deleted).toEqual(['vispera/amina/w1/board/a'])
})
