import type { Board, Link, Note } from '@vispera/board'
import fc from 'fast-check'
import { lanes } from '../victory-backcast/note-kinds.ts'
import { aBackcast, aStep } from './makers.ts'

/** Random backcasts: cycles, self-links, doubled links, gaps, hidden steps, steps nobody needs. */
export const aRandomBackcast: fc.Arbitrary<Board> = fc
  .integer({ min: 1, max: 14 })
  .chain((size) => {
    const end = fc.integer({ min: 0, max: size - 1 }).map((index) => `s${index}`)
    const source = fc.oneof(
      { weight: 8, arbitrary: end },
      { weight: 2, arbitrary: fc.constantFrom('victory', 'instant-before', 'nobody') },
    )
    return fc.tuple(
      fc.tuple(...Array.from({ length: size }, (_, index) => aRandomStep(`s${index}`))),
      fc.array(fc.tuple(source, end), { maxLength: size * 3 }),
      fc.boolean(),
    )
  })
  .map(([steps, pairs, hasInstant]) => {
    const links = pairs.map(([from, to], index): Link => ({ id: `l${index}`, kind: 'needs', from, to }))
    const board = aBackcast(steps, links)
    return hasInstant
      ? board
      : { ...board, notes: board.notes.filter((note) => note.id !== 'instant-before') }
  })

const aRandomStep = (id: string): fc.Arbitrary<Note> =>
  fc
    .record({
      isGap: rarely,
      isGoal: fc.boolean(),
      state: fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('archived' as const, 'hidden-for-care' as const) },
      ),
      order: fc.constantFrom('a0', 'a1', 'a2'),
      threadId: fc.constantFrom(...lanes, undefined),
      gate: fc.constantFrom('all', 'any', undefined),
      grounding: fc.constantFrom('true-now', 'can-start-now', 'needs-more', 'unknown', undefined),
      minDepth: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 6 })),
    })
    .map(({ isGap, isGoal, state, order, ...fields }) => {
      const step = aStep(
        id,
        { ...fields, interimGoal: isGoal },
        { place: { zone: 'path', order }, ...(state && { state }) },
      )
      return isGap ? { ...step, kind: 'gap' } : step
    })

const rarely = fc.integer({ min: 0, max: 9 }).map((value) => value === 0)
