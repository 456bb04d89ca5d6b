import type { Board, Link, Note } from '@vispera/board'
import { expect, test } from 'vitest'
import type { Kind } from '../kind.ts'
import { kinds } from '../kinds.ts'
import { voteOptionsOn } from './vote-options.ts'

const ofEngine = (engine: Kind['layout']['engine']): Kind => {
  const found = kinds.find(({ layout }) => layout.engine === engine)
  if (!found) throw new Error(`no kind is a ${engine}`)
  return found
}
const aNote = (id: string, kind: string, more: Partial<Note> = {}): Note => ({
  id,
  kind,
  text: id,
  place: null as never,
  fields: {},
  ...more,
})
function optionsOf(kind: Kind, notes: readonly Note[], links: readonly Link[] = [], withLinks = false) {
  const board: Board = { id: 'b', kind: kind.id, title: '', notes, links, settings: {}, leftOut: 0 }
  const derived = kind.derive(board, { threads: [], boards: new Map() })
  return voteOptionsOn(kind, board, derived, withLinks).map(({ of, id }) => `${of} ${id}`)
}

test('on a canvas themes stand for what is in them, and no questions or hidden notes are voted on', () => {
  const kind = ofEngine('canvas')
  if (kind.layout.engine !== 'canvas') throw new Error('no canvas')
  const piece = kind.noteKinds[0]?.id ?? ''
  const other = kind.noteKinds.find(
    ({ id }) => id !== piece && id !== (kind.layout as { theme: string }).theme,
  )
  const place = { x: 0, y: 0 }
  const found = optionsOf(kind, [
    aNote('roof', kind.layout.theme, { place }),
    aNote('early', piece, { place, cluster: { id: 'roof', order: 'a' } }),
    aNote('street', piece, { place, keepSeparate: true }),
    aNote('bread', piece, { place }),
    aNote('loaf', piece, { place, sameAs: 'bread' }),
    aNote('mill', piece, { place, state: 'hidden-for-care' }),
    aNote('why', other?.id ?? '', { place }),
  ])
  expect(found).toEqual(['theme roof', 'note bread', 'apart street'])
})

test('on a path steps are voted on, and the links between them can be flagged', () => {
  const kind = ofEngine('timeline')
  if (kind.layout.engine !== 'timeline') throw new Error('no path')
  const { step, gap, link } = kind.layout.chain
  const place = { zone: 'path' }
  const notes = [aNote('a', step, { place }), aNote('b', step, { place }), aNote('hole', gap, { place })]
  const links = [
    { id: 'ab', kind: link, from: 'a', to: 'b' },
    { id: 'other', kind: 'in-tension', from: 'a', to: 'b' },
    { id: 'dangling', kind: link, from: 'a', to: 'gone' },
  ] as Link[]
  expect(optionsOf(kind, notes, links)).toEqual(['note a', 'note b'])
  expect(optionsOf(kind, notes, links, true)).toEqual(['note a', 'note b', 'link ab'])
})

test('in a grid its items are voted on', () => {
  const kind = ofEngine('grid')
  if (kind.layout.engine !== 'grid') throw new Error('no grid')
  const { item } = kind.layout
  const other = kind.noteKinds.find(({ id }) => id !== item)?.id ?? ''
  expect(optionsOf(kind, [aNote('a', item), aNote('b', other)])).toEqual(['note a'])
})
