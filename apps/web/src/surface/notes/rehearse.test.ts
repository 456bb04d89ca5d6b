import type { Board, Note } from '@vispera/board'
import { type Kind, kinds } from '@vispera/kinds'
import { describe, expect, test, vi } from 'vitest'
import { layoutFor } from '../../layouts/index.ts'
import { createMeasure, plainWidth } from '../../layouts/shared/measure.ts'
import { anInput } from '../../layouts/testing/an-input.ts'
import { rehearsed } from './rehearse.ts'

/** A board with as many notes, of all the kind's note kinds and in all its lists. */
function aFullBoard(kind: Kind, count: number): Board {
  const zones = kind.zones.filter(({ holds }) => holds === 'list')
  const notes = Array.from({ length: count }, (_, at): Note => {
    const zone = zones[at % (zones.length + 1)]
    const id = `n${at}`
    const noteKind = kind.noteKinds[at % kind.noteKinds.length]?.id ?? ''
    return {
      id,
      kind: noteKind,
      text: `Words of note ${at}`,
      place: zone ? { zone: zone.id } : null,
      fields: {},
    }
  })
  return { id: 'b', kind: kind.id, title: '', notes, links: [], settings: {}, leftOut: 0 }
}

/** An input that counts what is measured. */
function aCountedInput(kind: Kind, count: number) {
  const measure = createMeasure(plainWidth)
  const height = vi.fn(measure.height)
  return { input: anInput(aFullBoard(kind, count), { kind, measure: { ...measure, height } }), height }
}

describe('a rehearsal', () => {
  test.each(kinds.map((kind) => [kind.id, kind] as const))(
    'of a large %s changes nothing of how it stands',
    async (_, kind) => {
      const layout = await layoutFor(kind.layout.engine).fetch()
      const { input } = aCountedInput(kind, 700)
      const before = layout.arrange(anInput(aFullBoard(kind, 700), { kind }))
      await rehearsed({}, layout, input)
      expect(layout.arrange(input).boxes).toEqual(before.boxes)
    },
  )

  test('leaves next to nothing to measure', async () => {
    const kind = kinds.find(({ id }) => id === 'vision-board') as Kind
    const layout = await layoutFor(kind.layout.engine).fetch()
    const { input, height } = aCountedInput(kind, 2_000)
    await rehearsed({}, layout, input)
    height.mockClear()
    layout.arrange(input)
    expect(height.mock.calls.length).toBeLessThan(input.board.notes.length / 5)
  })

  test('is held once for each way of measuring, and not at all for a small board, even when it grows', async () => {
    const kind = kinds.find(({ id }) => id === 'vision-board') as Kind
    const layout = await layoutFor(kind.layout.engine).fetch()
    const [large, small] = [{}, {}]
    const { input } = aCountedInput(kind, 700)
    const first = rehearsed(large, layout, input)
    expect(first).not.toBeNull()
    expect(rehearsed(large, layout, { ...input })).toBe(first)
    const other = rehearsed(large, layout, aCountedInput(kind, 700).input)
    expect(other).not.toBe(first)
    expect(rehearsed(large, layout, input)).toBe(first)
    const few = aCountedInput(kind, 20).input
    expect(rehearsed(small, layout, few)).toBeNull()
    expect(rehearsed(small, layout, { ...few, board: input.board })).toBeNull()
    await Promise.all([first, other])
  })
})
