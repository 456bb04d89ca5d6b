import { describe, expect, it } from 'vitest'
import { linkChoices } from '../../surface/links/link-choices.ts'
import { contains } from '../shared/geometry.ts'
import { exampleInput } from '../testing/an-input.ts'
import { arrangeGrid } from './arrange-grid.ts'
import { roomState } from './room-state.ts'

const cellOf = (arranged: ReturnType<typeof arrangeGrid>, id: string) =>
  arranged.lists.find(({ key, ids }) => key.startsWith('cell:') && ids.includes(id))?.key

describe('the grid', () => {
  const arranged = arrangeGrid(exampleInput('grid'))

  it('stands each tactic in its cell, in order', () => {
    expect(cellOf(arranged, 't3')).toBe('cell:inside/invited')
    expect(cellOf(arranged, 't5')).toBe('cell:bridge/created')
    expect(arranged.lists.find(({ key }) => key === 'cell:outside/created')?.ids).toEqual(['t1', 't2'])
    for (const { key, rect, ids } of arranged.lists) {
      if (!key.startsWith('cell:')) continue
      for (const id of ids) {
        const box = arranged.boxes.get(id)
        expect([
          id,
          box && contains(rect, [box.x, box.y]) && contains(rect, [box.x + box.w, box.y + box.h]),
        ]).toEqual([id, true])
      }
    }
  })

  it('lists what has no cell, and every other note, beside and around', () => {
    expect(arranged.lists.find(({ key }) => key === 'zone:tray')?.ids).toEqual(['gtray1', 'gtray2'])
    expect(arranged.lists.find(({ key }) => key === 'zone:closed-rooms')?.ids).toEqual(['r1', 'r2', 'r3'])
    expect([...arranged.readingOrder].sort()).toEqual([...arranged.boxes.keys()].sort())
  })

  it('counts under each moment what happens there, by side', () => {
    expect(arranged.furniture.moments?.facts.get('m2')?.counts).toContain('"count":1')
    expect(arranged.furniture.moments?.facts.get('m2')?.counts.match(/count/g)?.length).toBe(2)
  })

  it('hints only in empty cells', () => {
    expect(arranged.furniture.cells.filter(({ hint }) => hint !== '').length).toBe(4)
    expect(arranged.furniture.cells.every(({ hint, isEmpty }) => (hint !== '') === isEmpty)).toBe(true)
  })

  it('marks the cell where some of us see a tactic', () => {
    const input = exampleInput('grid')
    const notes = input.board.notes.map((note) =>
      note.id === 't3' ? { ...note, fields: { ...note.fields, otherSpace: 'claimed' } } : note,
    )
    const { furniture } = arrangeGrid({ ...input, board: { ...input.board, notes } })
    const echoes = furniture.cells.flatMap(({ key, echoes }) => echoes.map(({ words }) => [key, words]))
    expect(echoes).toEqual([['cell:inside/claimed', input.board.notes.find(({ id }) => id === 't3')?.text]])
  })

  it('draws pairs, each with its verb, and not the moments', () => {
    expect(arranged.links.map(({ from, to }) => [from, to]).sort()).toEqual([
      ['t2', 't3'],
      ['t4', 't3'],
      ['t4', 't6'],
    ])
  })
})

describe('rooms and moments round the grid', () => {
  const input = exampleInput('grid')

  it('draws what a tactic makes room for', () => {
    const link = { id: 'door', kind: 'opens-door-for', from: 't4', to: 'r1' }
    const { links } = arrangeGrid({ ...input, board: { ...input.board, links: [link] } })
    expect(links.map(({ from, to, label }) => [from, to, label])).toEqual([
      ['t4', 'r1', 'link.opens-door-for.short'],
    ])
    expect(linkChoices(input.kind, input.board, 't4', 'r1')).toContainEqual({
      kind: 'opens-door-for',
      from: 't4',
      to: 'r1',
    })
  })

  it('colours a room by its level, and names the level in words', () => {
    const notes = input.board.notes.map((note) =>
      note.id === 'r1' ? { ...note, fields: { level: 'global' } } : note,
    )
    const board = { ...input.board, notes }
    expect(arrangeGrid({ ...input, board }).boxes.get('r1')?.color).toBe('sky')
    const room = notes.find(({ id }) => id === 'r1')
    expect(room && roomState(input, room).line).toContain('option.room.level.global')
  })

  it('keeps a moment that has passed, stood back and saying so', () => {
    const derived = () => ({ ...input.derived(), passedMoments: ['m1'] })
    const { moments } = arrangeGrid({
      ...input,
      derived,
      chips: new Map([['m1', [{ text: 'over' }]]]),
    }).furniture
    expect(moments?.facts.get('m1')).toMatchObject({ isOver: true })
    expect(moments?.facts.get('m1')?.when).toMatch(/^over/)
    expect(moments?.facts.get('m2')?.isOver).toBe(false)
  })
})

describe('other arrangements of the same notes', () => {
  it('lines tactics up at their moments, those without one last', () => {
    const arranged = arrangeGrid(exampleInput('grid', { arrangement: 'alignment' }))
    expect(cellOf(arranged, 't3')).toBe('cell:inside/m2')
    expect(cellOf(arranged, 't1')).toBe('cell:outside/m1')
    expect(cellOf(arranged, 't2')).toBe('cell:outside/')
    expect(arranged.furniture.columns.length).toBe(4)
  })

  it('groups them by the step they serve, with the steps that have nothing', () => {
    const arranged = arrangeGrid(exampleInput('grid', { arrangement: 'by-step' }))
    expect(cellOf(arranged, 't1')).toBe('cell:s5/outside')
    expect(arranged.furniture.rows.map(({ key }) => key)).toContain('s9')
  })

  it('groups them by who does them', () => {
    const arranged = arrangeGrid(exampleInput('grid', { arrangement: 'by-ally' }))
    expect(cellOf(arranged, 't5')).toBe('cell:/bridge')
    expect(arranged.furniture.rows.length).toBeGreaterThan(3)
  })
})
