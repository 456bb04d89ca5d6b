import { describe, expect, it } from 'vitest'
import type { Actions } from '../actions/actions.ts'
import { decideDrop } from '../actions/drop.ts'
import { layoutFor } from './index.ts'
import type { ArrangeInput, Direction, DropInput } from './layout.ts'
import { center, type Point } from './shared/geometry.ts'
import { exampleInput } from './testing/an-input.ts'

/** A kind's layout with what it does in the hand, fetched beforehand. */
const engines = ['canvas', 'timeline', 'grid', 'table'] as const
const layouts = new Map(
  await Promise.all(
    engines.map(async (engine) => {
      const layout = await layoutFor(engine).fetch()
      await layout.extra?.('forwards')?.fetch()
      return [engine as string, { ...layout, ...(await layout.grip.fetch()) }] as const
    }),
  ),
)
function layoutOf({ kind }: ArrangeInput) {
  const layout = layouts.get(kind.layout.engine)
  if (!layout) throw new Error(`no layout for ${kind.id}`)
  return layout
}

/** Actions that only write down what they were asked. */
function aHand(input: ArrangeInput) {
  const did: unknown[] = []
  const note =
    (name: string) =>
    (...rest: unknown[]) => {
      did.push([
        name,
        ...rest.map((one) => (typeof one === 'function' ? one({ id: 'x', place: null }) : one)),
      ])
    }
  const names = [
    'moveTo',
    'moveToList',
    'putWith',
    'dropOnNote',
    'dropOnLink',
    'reorder',
    'moveToLane',
    'moveToDepth',
    'edit',
    'link',
    'unlink',
  ] as const
  const actions = {
    together: (act: () => unknown) => act(),
    ...Object.fromEntries(names.map((name) => [name, note(name)])),
    decideDrop: (ids: readonly string[], target: string) => decideDrop(input.kind, input.board, ids, target),
  } as unknown as Actions
  return { actions, did }
}

function lettingGo(input: ArrangeInput, ids: readonly string[], point: Point) {
  const layout = layoutOf(input)
  const arranged = layout.arrange(input)
  const { actions, did } = aHand(input)
  const drop: DropInput = {
    arranged,
    input,
    actions,
    ids,
    point,
    corners: new Map(ids.map((id) => [id, point])),
  }
  const target = layout.dropAt(drop)
  if (target?.allowed) target.perform(actions)
  return { target, did, drop, layout }
}
const middleOf = (input: ArrangeInput, id: string): Point => {
  const box = layoutOf(input).arrange(input).boxes.get(id)
  return box ? center(box) : [Number.NaN, Number.NaN]
}

describe('letting go on a canvas', () => {
  const input = exampleInput('vision')

  it('onto a note of a theme puts it into that theme, at that place', () => {
    const [x, y] = middleOf(input, 'roof2')
    expect(lettingGo(input, ['loose1'], [x - 40, y]).did).toEqual([['putWith', 'roof', ['loose1'], 1]])
  })

  it('onto a free note starts a theme with both', () => {
    const { did } = lettingGo(input, ['loose1'], middleOf(input, 'loose2'))
    expect(did).toEqual([['dropOnNote', ['loose1'], 'loose2']])
  })

  it('into a list stands there in order', () => {
    const [x, y] = middleOf(input, 'alive1')
    expect(lettingGo(input, ['loose1'], [x, y - 30]).did).toEqual([
      ['moveToList', ['loose1'], { zone: 'alive' }, 'alive1'],
    ])
  })

  it('anywhere else stays right there, in whole units', () => {
    const { did, target } = lettingGo(input, ['loose1'], [1250.4, 690.6])
    expect(target?.rect).toBeNull()
    expect(did[0]).toMatchObject(['moveTo', ['loose1'], {}])
  })

  it('keeps what stands apart out of themes, and says so', () => {
    const { target, did } = lettingGo(input, ['apart1'], middleOf(input, 'roof2'))
    expect([target?.allowed, target?.words, did]).toEqual([false, 'surface.drop.keptApart', []])
  })

  it('moves a theme as a whole and never into another', () => {
    expect(lettingGo(input, ['city'], middleOf(input, 'roof2')).target?.key).toBe('here')
    expect(lettingGo(input, ['city'], middleOf(input, 'alive1')).target?.allowed).toBe(false)
  })

  it('in another arrangement sets the field', () => {
    const rings = exampleInput('vision', { arrangement: 'rings' })
    const { arranged } = lettingGo(rings, ['roof3'], [0, 0]).drop
    const ring = arranged.lists.find(({ key }) => key === 'field:scale/me-home')
    expect(lettingGo(rings, ['roof3'], center(ring?.rect ?? { x: 0, y: 0, w: 0, h: 0 })).did).toEqual([
      ['edit', ['roof3'], { fields: { scale: 'me-home' } }],
    ])
  })
})

describe('letting go on the path', () => {
  const input = exampleInput('backcast')
  const laneAt = (lane: string, depth: number): Point => {
    const { arranged } = lettingGo(input, ['s5'], [0, 0]).drop
    const area = arranged.lists.find(({ key }) => key === `lane:${lane}/${depth}`)
    return area ? [area.rect.x + 20, area.rect.y + 4] : [Number.NaN, Number.NaN]
  }

  it('onto a card means that it needs this first', () => {
    expect(lettingGo(input, ['s5'], middleOf(input, 's3')).did).toEqual([['dropOnNote', ['s5'], 's3']])
  })

  it('onto a connector goes in between', () => {
    const { arranged } = lettingGo(input, ['s5'], [0, 0]).drop
    const link = arranged.links.find(({ from, to }) => from === 's7' && to === 's9')
    expect(lettingGo(input, ['s5'], link?.middle ?? [0, 0]).did).toEqual([['dropOnLink', 's5', link?.id]])
  })

  it('onto another thread changes the thread', () => {
    expect(lettingGo(input, ['s5'], laneAt('allies', 4)).did).toEqual([['moveToLane', ['s5'], 'allies']])
  })

  it('into an earlier column draws it earlier; a later one is asked about', () => {
    expect(lettingGo(input, ['s3'], laneAt('allies', 5)).did).toEqual([['moveToDepth', 's3', 5]])
    expect(lettingGo(input, ['s8'], laneAt('people', 2)).did).toEqual([['moveToDepth', 's8', 2]])
  })

  it('back into a list beside the path', () => {
    const { arranged } = lettingGo(input, ['s5'], [0, 0]).drop
    const tray = arranged.lists.find(({ key }) => key === 'zone:tray')
    expect(lettingGo(input, ['s5'], center(tray?.rect ?? { x: 0, y: 0, w: 0, h: 0 })).did[0]).toEqual([
      'moveToList',
      ['s5'],
      { zone: 'tray' },
      'tray2',
    ])
  })

  it('changes nothing while the plan is read forwards', () => {
    const plan = exampleInput('backcast', { arrangement: 'forwards' })
    expect(lettingGo(plan, ['s5'], [100, 100]).target?.allowed).toBe(false)
  })
})

describe('letting go on the grid', () => {
  const input = exampleInput('grid')

  it('into a cell takes row and column at once, in order', () => {
    const [x, y] = middleOf(input, 't2')
    expect(lettingGo(input, ['t3'], [x - 40, y]).did).toEqual([
      ['moveToList', ['t3'], { row: 'outside', col: 'created' }, 't2'],
    ])
  })

  it('onto a moment happens around it', () => {
    expect(lettingGo(input, ['t2'], middleOf(input, 'm2')).did).toEqual([['dropOnNote', ['t2'], 'm2']])
  })

  it('keeps rooms and moments out of cells', () => {
    expect(lettingGo(input, ['r1'], middleOf(input, 't3')).target?.words).toBe('surface.drop.notInCells')
  })

  it('by moments, moves to another moment and takes the old one away', () => {
    const byMoment = exampleInput('grid', { arrangement: 'alignment' })
    const { arranged } = lettingGo(byMoment, ['t1'], [0, 0]).drop
    const cell = arranged.lists.find(({ key }) => key === 'cell:outside/m3')
    expect(lettingGo(byMoment, ['t1'], center(cell?.rect ?? { x: 0, y: 0, w: 0, h: 0 })).did).toEqual([
      ['unlink', 'at-moment-t1-m1'],
      ['link', 'at-moment', 't1', 'm3'],
    ])
  })
})

describe('a note lifted by keyboard', () => {
  const stop = (input: ArrangeInput, id: string, direction: Direction, far = false) => {
    const { drop, layout } = lettingGo(input, [id], middleOf(input, id))
    return layout.nextStop(drop, direction, far)
  }

  it('moves a little way over free ground, and further with Shift', () => {
    const input = exampleInput('vision')
    const [x, y] = middleOf(input, 'loose1')
    expect(stop(input, 'loose1', 'right')).toEqual([x + 20, y])
    expect(stop(input, 'loose1', 'up', true)).toEqual([x, y - 160])
  })

  it('goes from cell to cell on the grid', () => {
    const input = exampleInput('grid')
    const to = stop(input, 't3', 'right', true)
    expect(lettingGo(input, ['t3'], to ?? [0, 0]).did).toEqual([
      ['moveToList', ['t3'], { row: 'inside', col: 'claimed' }, undefined],
    ])
  })

  it('knows the edge', () => {
    expect(stop(exampleInput('grid'), 't3', 'up', true)).toBeNull()
  })
})
