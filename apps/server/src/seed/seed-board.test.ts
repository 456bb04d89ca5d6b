import { readBoard } from '@vispera/board'
import { createBoardContent, kinds } from '@vispera/kinds'
import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { writeLinks } from '../workshops/new-links.ts'
import { parseNotes, writeNotes } from '../workshops/new-notes.ts'
import { openChance } from './chance.ts'
import { seedBoard } from './seed-board.ts'

test.each(kinds.map((kind) => [kind.id, kind] as const))(
  'a seeded %s has as many notes as asked for, all of them usable',
  (id, kind) => {
    const { notes, links } = seedBoard(kind, 300, openChance(1))
    const entry = { id: 'b', kind: id, title: 'T' }
    const doc = new Doc()
    createBoardContent(doc, kind)
    writeNotes(doc, entry, kind, parseNotes(kind, notes))
    writeLinks(doc, entry, kind, links)
    const board = readBoard(entry, doc)
    expect(board).toMatchObject({ leftOut: 0 })
    expect(board.notes).toHaveLength(300 + kind.fixedNotes.length)
    expect(new Set(board.notes.map(({ lang }) => lang)).size).toBeGreaterThan(4)
  },
)

test('the same seed gives the same board, another seed another', () => {
  for (const kind of kinds) {
    const texts = (seed: number) => seedBoard(kind, 50, openChance(seed)).notes.map(({ text }) => text)
    expect(texts(1)).toEqual(texts(1))
    expect(texts(1)).not.toEqual(texts(2))
  }
})

test('a board of no notes and of one note can be made', () => {
  for (const kind of kinds) {
    expect(seedBoard(kind, 0, openChance(1)).notes).toEqual([])
    expect(seedBoard(kind, 1, openChance(1)).notes).toHaveLength(1)
  }
})
